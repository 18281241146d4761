import { type Consent, type ConsentTerms } from '../domain/consent';
import { consentStatus, type Consented } from '../domain/consent-status';
import { type Group, GROUPS } from '../domain/groups';
import { type AgencyId } from '../domain/ids';
import { PARTNERS } from '../domain/people';
import { type StatuteId } from '../domain/statute';
import { may } from '../policy/may';
import { mayReadTerms } from '../policy/visible';
import { type CaseOperation } from '../policy/operations';
import { button, unfolding } from './button';
import { closing, privateHead, refusing } from './consent';
import { withdrawing } from './consent-withdrawn';
import { type Drawing } from './drawing';
import { facts, fold, offered } from './parts';
import { type FactRow } from './read-referral';
import { type Card, type Data, fill } from './template';
import { shown } from './text';
import { agencyName } from './wording';

type Given = {
  readonly kase: Consented;
  /** What it says in words, when this reader may read it. */
  readonly terms?: ConsentTerms;
};
type Ways = Consent['grants'];

/** Partners whole where everyone of theirs may see it, agencies by name otherwise. */
const seersOf = ({ t, programme }: Drawing, ways: Ways): readonly string[] => {
  const seers = new Set(ways.map(({ to }) => to));
  const sources = new Set(ways.map(({ from }) => from));
  return PARTNERS.flatMap(partner => {
    const own = programme.agencies.filter(agency => agency.partner === partner);
    const seeing = own.filter(({ id }) => seers.has(id));
    const isWhole = seeing.length > 1 && own.every(({ id }) => seers.has(id) || sources.has(id));
    return isWhole ? [t.common.partners[partner]] : seeing.map(({ name }) => name);
  });
};

const rowOf = (d: Drawing, group: string, ways: Ways): Data => {
  const seers = seersOf(d, ways);
  return {
    group,
    seers: seers.length === 0 ? d.t.consent.nobody : d.t.list(seers),
    nobody: seers.length === 0,
  };
};

/** What was ticked apart is told apart, agency by agency; otherwise a group is one line. */
const groupRows = (d: Drawing, { scope, grants }: Consent, group: Group): readonly Data[] => {
  const ways = grants.filter(grant => grant.group === group);
  const sources: readonly AgencyId[] = [...new Set(ways.map(({ from }) => from))];
  const name = d.t.common.groups[group];
  if (scope !== 'adjusted' || sources.length < 2) return [rowOf(d, name, ways)];
  return sources.map(source =>
    rowOf(
      d,
      d.t.consent.fromAgency(name, agencyName(d.programme, source)),
      ways.filter(({ from }) => from === source),
    ),
  );
};

const cited = ({ t, programme }: Drawing, ids: readonly StatuteId[]): string =>
  t.list(ids.map(id => programme.statutes.find(statute => statute.id === id)?.citation ?? id));

const filled = (rows: readonly FactRow[]): readonly FactRow[] => rows.filter(([, value]) => value !== '');

const saidIn = ({ t }: Drawing, terms: ConsentTerms | undefined): readonly FactRow[] => {
  if (terms === undefined) return [];
  const { purpose, interpreter, representative, mandate } = terms;
  const who = t.consent.representatives[representative];
  return filled([
    [t.consent.purpose, shown(purpose)],
    [t.consent.interpreter, shown(interpreter)],
    [t.consent.representative, representative === 'none' ? '' : t.consent.represented(who, shown(mandate))],
  ]);
};

const termsPart = (d: Drawing, { kase: { consent }, terms }: Given): Data => {
  const { t, today, nameOf, programme } = d;
  const leftOut = consent.leftOut.map(id => agencyName(programme, id));
  const conditions = terms?.conditions ?? '';
  return {
    terms: fold(t, { id: 'terms', title: t.consent.terms }),
    ...facts([
      [t.consent.saidYesTo, t.consent.scopes[consent.scope]],
      ...saidIn(d, terms),
      [t.consent.givenOn, t.day(consent.givenOn, today)],
      [t.consent.askedBy, t.consent.askedByHow(nameOf(consent.askedBy), t.consent.ways[consent.how])],
      [t.consent.leftOut, leftOut.length === 0 ? t.consent.nobodyLeftOut : t.list(leftOut)],
      ...filled([
        [t.consent.withheldFact, t.list(consent.withheld.map(group => t.common.groups[group]))],
        [t.consent.statutes, cited(d, consent.statutes)],
        [t.consent.legalBasis, cited(d, consent.legalBasis)],
      ]),
    ]),
    words: conditions === '' ? [] : [t.consent.quoted(shown(conditions))],
  };
};

const statusOf = ({ t, today }: Drawing, kase: Consented) => {
  const until = t.day(kase.consent.until, today);
  const status = consentStatus(kase, today);
  if (status === 'expired') return { title: t.consent.expired, lead: t.consent.expiredOn(until) };
  const lead = status === 'in-force' ? t.consent.validUntil(until) : t.consent.beforeDecision(until);
  return { title: t.consent.given, lead };
};

const changing = ({ t, nonce }: Drawing, { id: caseId }: Consented): Card =>
  unfolding(
    t.consent.narrowOrRenew,
    fill('unfolded', {
      ...{ lines: [t.consent.narrowOrRenewMeans], dates: [], choices: [], texts: [], hints: [] },
      actions: [
        button(t.consent.narrow, { verb: 'start-narrowing', caseId, nonce }),
        button(t.consent.renewButton, { verb: 'start-renewal', caseId, nonce }),
      ],
    }),
  );

/** What it opens and leaves out is for those who must keep to it; whoever is left out learns no more than that it is there. */
const waysPart = (d: Drawing, given: Given): Data => {
  const { t, reader, today } = d;
  const { kase } = given;
  const { consent } = kase;
  const { information, seenBy } = t.consent;
  return mayReadTerms(reader, kase, { consent, today })
    ? {
        ways: [{ information, seenBy, groups: GROUPS.flatMap(group => groupRows(d, consent, group)) }],
        folds: [termsPart(d, given)],
      }
    : { ways: [], folds: [] };
};

/** Who may see what, and until when, in words (ux 07e); before the decision the answer can still become another. */
export const consentGiven = (d: Drawing, given: Given): Card => {
  const { t, nonce, reader, today } = d;
  const { kase } = given;
  const start = { verb: 'start-consent', caseId: kase.id, nonce };
  const asks = (ask: CaseOperation): boolean => may(reader, { about: 'case', ask, kase });
  const isExpired = consentStatus(kase, today) === 'expired';
  return fill('consent-given', {
    ...privateHead(d, kase, statusOf(d, kase)),
    ...waysPart(d, given),
    actions: offered([
      [
        asks('record-consent') && !asks('renew-consent'),
        button(t.consent.record, start, { primary: isExpired }),
      ],
      [asks('renew-consent'), changing(d, kase)],
      [asks('refuse-consent'), refusing(d, given)],
      [asks('withdraw-consent'), withdrawing(d, kase)],
      [true, closing(d, given)],
    ]),
  });
};
