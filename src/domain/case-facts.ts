import { type BeforeDecision, type Case, type CaseFacts } from './case';
import { type Consent } from './consent';
import { type Instant } from './time';

type Perhaps<Key extends keyof CaseFacts> = Partial<Pick<CaseFacts, Key>>;

/** Where it stands, and until when it waits. */
const standing = (
  kase: Case,
): Perhaps<'linkedTo' | 'meetingId' | 'takenUpOn' | 'pausedUntil' | 'byHand'> => ({
  ...(kase.linkedTo === undefined ? {} : { linkedTo: kase.linkedTo }),
  ...(kase.meetingId === undefined ? {} : { meetingId: kase.meetingId }),
  ...(kase.takenUpOn === undefined ? {} : { takenUpOn: kase.takenUpOn }),
  ...(kase.pausedUntil === undefined ? {} : { pausedUntil: kase.pausedUntil }),
  ...(kase.byHand === undefined ? {} : { byHand: kase.byHand }),
});
/** What lies beside it in short. */
const beside = (kase: Case): Perhaps<'notes' | 'plan' | 'incidents'> => ({
  ...(kase.notes === undefined ? {} : { notes: kase.notes }),
  ...(kase.plan === undefined ? {} : { plan: kase.plan }),
  ...(kase.incidents === undefined ? {} : { incidents: kase.incidents }),
});
/** How far it is on its way to the archive, and out of here. */
const archiving = (kase: Case): Perhaps<'exportedAt' | 'archived' | 'erasedOn' | 'erasing'> => ({
  ...(kase.exportedAt === undefined ? {} : { exportedAt: kase.exportedAt }),
  ...(kase.archived === undefined ? {} : { archived: kase.archived }),
  ...(kase.erasedOn === undefined ? {} : { erasedOn: kase.erasedOn }),
  ...(kase.erasing === undefined ? {} : { erasing: kase.erasing }),
});

/** What every state carries, without what only this one does. */
const factsOf = (kase: Case): CaseFacts => {
  const { id, code, origin, author, submittedAt, since, informed, contactConsent, informedAt } = kase;
  const { recognisable, urgent, named, presented, disqualified, holdings, actions, past } = kase;
  const { consents, sharings } = kase;
  return {
    ...{ id, code, origin, author, submittedAt, since, informed, contactConsent, informedAt },
    ...{ recognisable, urgent, named, presented, disqualified, holdings, actions, past },
    ...{ consents, sharings },
    ...standing(kase),
    ...beside(kase),
    ...archiving(kase),
  };
};
/** The facts on the way out of a state: what was, is remembered. */
export const leaving = (kase: Case, since: Instant): CaseFacts => ({
  ...factsOf(kase),
  since,
  past: [...kase.past, { state: kase.state, since: kase.since }],
});
const consentOf = (kase: Case): { readonly consent?: Consent } =>
  'consent' in kase ? { consent: kase.consent } : {};

/** The facts and a consent that came early, on the way to `since` a new state. */
export const carried = (kase: Case, since: Instant): BeforeDecision => ({
  ...leaving(kase, since),
  ...consentOf(kase),
});
/** The same, off the agenda it stood on. */
export const offAgenda = (kase: Case, since: Instant): BeforeDecision => {
  const { meetingId: _, ...rest } = carried(kase, since);
  return rest;
};
/** An end leaves the agenda, and what a consent opened is shut. */
export const ended = (kase: Case, since: Instant): CaseFacts => {
  const { meetingId: _, byHand: __, pausedUntil: ___, ...facts } = leaving(kase, since);
  return facts;
};
