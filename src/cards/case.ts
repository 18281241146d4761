import { isEnded } from '../domain/case';
import { type Revealed } from '../domain/content';
import { hasRole } from '../domain/people';
import { caseActions } from './case-actions';
import { groupsSection, summarySection } from './case-content';
import { leadOf, topFacts } from './case-facts';
import { allActions, historySection, ownActions } from './case-process';
import { type CaseSubject, ownsOnly } from './case-subject';
import { type Drawing } from './drawing';
import { facts, headed, only, privately } from './parts';
import { pausedHead } from './pause';
import { receivesOnly, sharingsSection } from './sharing-in-case';
import { type Card, type Data, fill } from './template';
import { shown } from './text';

const eyebrowOf = ({ t }: Drawing, { kase }: CaseSubject): string => {
  const code = t.common.caseOf(kase.code);
  return privately(t, kase.urgent ? `${code} · ${t.kase.urgent}` : code);
};

/** The candidate's own words stand first where they may be seen; "ikke spurt" is shown, not hidden. */
const ownWords = ({ t }: Drawing, seen: Revealed): readonly Data[] =>
  seen
    .map(({ content }) => content.C?.words)
    .filter(words => words !== undefined)
    .slice(0, 1)
    .map(words => ({
      title: t.kase.ownWords,
      text: words === '' ? t.kase.notAsked : t.kase.quoted(shown(words)),
    }));

const referrer = ({ t, nameOf }: Drawing, { kase, seen }: CaseSubject): readonly Data[] =>
  seen
    .map(({ content }) => content.contact?.reach)
    .filter(reach => reach !== undefined)
    .slice(0, 1)
    .map(reach => ({
      title: t.kase.reachReferrer,
      text: [nameOf(kase.author), shown(reach)].filter(part => part !== '').join(': '),
    }));

const NOTHING = { passages: [], linked: [], folds: [] };

const ownerView = (d: Drawing, subject: CaseSubject): Data => {
  const { t } = d;
  const { kase } = subject;
  const hasStopped = isEnded(kase) || kase.state === 'consent-expired';
  const head = hasStopped
    ? { title: t.kase.stops, lead: t.notice.stoppedLead }
    : { title: t.kase.yourActions, lead: t.kase.ownerSees };
  return {
    ...headed(t, { eyebrow: eyebrowOf(d, subject), ...head }),
    ...facts([]),
    ...NOTHING,
    folds: hasStopped ? [] : ownActions(d, subject),
  };
};

/** Of a withdrawal the members learn no more than the channel does (domain.md §14). */
const isGoneFor = ({ reader }: Drawing, { kase }: CaseSubject): boolean =>
  kase.state === 'withdrawn' && !hasRole(reader, 'coordinator');

const goneView = (d: Drawing, subject: CaseSubject): Data => ({
  ...headed(d.t, { eyebrow: eyebrowOf(d, subject), ...d.t.refusal.gone }),
  ...facts([]),
  ...NOTHING,
});

const wholeView = (d: Drawing, subject: CaseSubject): Data => {
  const { t } = d;
  const { kase, seen, linked } = subject;
  const top = topFacts(d, subject);
  return {
    ...headed(t, {
      eyebrow: eyebrowOf(d, subject),
      ...(pausedHead(d, kase) ?? { title: t.common.states[kase.state], lead: leadOf(d, subject) }),
    }),
    ...facts(top),
    passages: [...ownWords(d, seen), ...referrer(d, subject)],
    linked: only(linked !== undefined, () => t.kase.linked(linked ?? '')),
    folds: [
      ...summarySection(d, subject, top),
      ...groupsSection(d, subject),
      ...allActions(d, subject),
      ...sharingsSection(d, kase),
      ...historySection(d, subject),
    ],
  };
};

const openGroups = (d: Drawing, subject: CaseSubject): readonly Data[] => {
  const { kase, seen } = subject;
  const holdings = kase.holdings.filter(({ origin, section }) =>
    seen.some(part => part.origin === origin && section in part.content),
  );
  return groupsSection(d, { ...subject, kase: { ...kase, holdings } });
};

/** What was once sent to them is not theirs to see any more; what stands open still is (domain.md §6). */
const receiverView = (d: Drawing, subject: CaseSubject): Data => {
  const { t } = d;
  const { kase } = subject;
  return {
    ...headed(t, {
      eyebrow: eyebrowOf(d, subject),
      title: t.common.states[kase.state],
      lead: t.sharing.processOnly,
    }),
    ...facts([]),
    ...NOTHING,
    folds: [...openGroups(d, subject), ...historySection(d, subject)],
  };
};

const viewOf = (d: Drawing, subject: CaseSubject): Data => {
  if (ownsOnly(d, subject.kase)) return ownerView(d, subject);
  if (receivesOnly(d, subject.kase)) return receiverView(d, subject);
  return isGoneFor(d, subject) ? goneView(d, subject) : wholeView(d, subject);
};

/**
 * A case for the coordinator, a member or the owner of a task (ux 06, 09): process, the de-identified summary, and
 * what `visible` opened for this reader. The author's own view is another card.
 */
export const caseCard = (d: Drawing, subject: CaseSubject): Card =>
  fill('case', {
    ...viewOf(d, subject),
    callFirst: d.t.common.callFirst,
    actions: caseActions(d, subject),
  });
