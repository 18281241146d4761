import { type Case, type ConsentRefused } from '../domain/case';
import { type Consent } from '../domain/consent';
import { type Group, GROUPS } from '../domain/groups';
import { PARTNERS } from '../domain/people';
import { plusMonths } from '../domain/time';
import { may } from '../policy/may';
import { button, unfolding } from './button';
import { type Drawing } from './drawing';
import { date } from './fields';
import { facts, fold, headed, note, offered, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { unfolded } from './unfolded';
import { agencyName } from './wording';

/** How long until a person who said no may be asked again, unless another day is chosen (ours). */
const ASK_AGAIN_MONTHS = 6;

type OfCase = { readonly kase: Case };
/** A case with a consent: early, in force, or run out. */
type Consented = { readonly kase: Case & { readonly consent: Consent } };

const privateHead = ({ t }: Drawing, kase: Case, words: { readonly title: string; readonly lead: string }) =>
  headed(t, { eyebrow: privately(t, t.common.caseOf(kase.code)), ...words });
const closing = ({ t, nonce }: Drawing, { kase }: OfCase): Card =>
  button(t.common.close, { verb: 'close-view', caseId: kase.id, nonce }, { leavesInputs: true });

const refusing = ({ t, today, nonce }: Drawing, { kase }: OfCase): Card => {
  const again = date({
    id: 'ask-again',
    label: t.consent.askAgain,
    value: plusMonths(today, ASK_AGAIN_MONTHS),
    must: t.consent.chooseDate,
  });
  const save = { verb: 'refuse-consent', caseId: kase.id, nonce };
  return unfolding(
    t.consent.saidNo,
    unfolded({ dates: [again] }, button(t.consent.saveAnswer, save, { primary: true })),
  );
};

/** What the person answered (ux 07a): a no is as good as a yes. */
export const consentAnswer = (d: Drawing, subject: OfCase): Card => {
  const { t, nonce, reader } = d;
  const { kase } = subject;
  const start = { verb: 'start-consent', caseId: kase.id, nonce };
  return fill('consent-answer', {
    ...privateHead(d, kase, {
      title: t.consent.whatAnswer,
      lead: `${t.consent.contactConsent[kase.contactConsent]} ${t.consent.noReason}`,
    }),
    ...note({ style: 'accent', title: t.consent.readAloud, text: t.consent.text }),
    actions: offered([
      [
        may(reader, { about: 'case', ask: 'record-consent', kase }),
        button(t.consent.saidYes, start, { primary: true }),
      ],
      [may(reader, { about: 'case', ask: 'refuse-consent', kase }), refusing(d, subject)],
      [true, closing(d, subject)],
    ]),
  });
};

/** Someone who does not understand cannot consent (domain.md §6; ux 07d). */
export const consentNotUnderstood = (d: Drawing, subject: OfCase): Card =>
  fill('plain-view', {
    ...privateHead(d, subject.kase, { title: d.t.consent.notSaved, lead: d.t.consent.notUnderstood }),
    ...facts([]),
    actions: [closing(d, subject)],
  });

/** Partners whole where everyone of theirs may see it, agencies by name otherwise. */
const seersOf = ({ t, programme }: Drawing, { grants }: Consent, group: Group): readonly string[] => {
  const ways = grants.filter(grant => grant.group === group);
  const seers = new Set(ways.map(({ to }) => to));
  const sources = new Set(ways.map(({ from }) => from));
  return PARTNERS.flatMap(partner => {
    const own = programme.agencies.filter(agency => agency.partner === partner);
    const seeing = own.filter(({ id }) => seers.has(id));
    const isWhole = seeing.length > 1 && own.every(({ id }) => seers.has(id) || sources.has(id));
    return isWhole ? [t.common.partners[partner]] : seeing.map(({ name }) => name);
  });
};

const groupRow = (d: Drawing, consent: Consent, group: Group): Data => {
  const seers = seersOf(d, consent, group);
  return {
    group: d.t.common.groups[group],
    seers: seers.length === 0 ? d.t.consent.nobody : d.t.list(seers),
    nobody: seers.length === 0,
  };
};

const termsOf = ({ t, today, nameOf, programme }: Drawing, consent: Consent): Data => {
  const leftOut = consent.leftOut.map(id => agencyName(programme, id));
  return facts([
    [t.consent.saidYesTo, t.consent.presets[consent.preset]],
    [t.consent.givenOn, t.day(consent.givenOn, today)],
    [t.consent.askedBy, t.consent.askedByHow(nameOf(consent.askedBy), t.consent.ways[consent.how])],
    [t.consent.leftOut, leftOut.length === 0 ? t.consent.nobodyLeftOut : t.list(leftOut)],
  ]);
};

const hasExpired = ({ today }: Drawing, { kase }: Consented): boolean =>
  kase.state === 'consent-expired' || kase.consent.until < today;

const statusOf = (d: Drawing, subject: Consented) => {
  const { t, today } = d;
  const { kase } = subject;
  const until = t.day(kase.consent.until, today);
  if (hasExpired(d, subject)) return { title: t.consent.expired, lead: t.consent.expiredOn(until) };
  const isOpen = kase.state === 'mapping' || kase.state === 'active';
  return {
    title: t.consent.given,
    lead: isOpen ? t.consent.validUntil(until) : t.consent.beforeDecision(until),
  };
};

/** Who may see what, and until when, in words (ux 07e). */
export const consentGiven = (d: Drawing, subject: Consented): Card => {
  const { t, nonce, reader } = d;
  const { kase } = subject;
  const start = { verb: 'start-consent', caseId: kase.id, nonce };
  return fill('consent-given', {
    ...privateHead(d, kase, statusOf(d, subject)),
    information: t.consent.information,
    seenBy: t.consent.seenBy,
    groups: GROUPS.map(group => groupRow(d, kase.consent, group)),
    terms: fold(t, { id: 'terms', title: t.consent.terms }),
    ...termsOf(d, kase.consent),
    actions: offered([
      [
        hasExpired(d, subject) && may(reader, { about: 'case', ask: 'record-consent', kase }),
        button(t.consent.record, start, { primary: true }),
      ],
      [true, closing(d, subject)],
    ]),
  });
};

/** Said neutrally: nothing is shared, and nobody asks why (ux 07f). */
export const consentRefused = (d: Drawing, { kase }: { readonly kase: ConsentRefused }): Card => {
  const { t, today, calendar } = d;
  return fill('plain-view', {
    ...privateHead(d, kase, { title: t.common.states[kase.state], lead: t.consent.refusedLead }),
    ...facts([
      [t.consent.answered, t.day(calendar.dayOf(kase.since), today)],
      [t.consent.mayAskAgain, t.consent.after(t.day(kase.askAgainAfter, today))],
    ]),
    actions: [closing(d, { kase })],
  });
};
