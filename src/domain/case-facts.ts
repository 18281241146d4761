import { type BeforeDecision, type Case, type CaseFacts } from './case';
import { type Consent } from './consent';
import { type Instant } from './time';

type Perhaps = Pick<
  CaseFacts,
  | 'linkedTo'
  | 'meetingId'
  | 'pausedUntil'
  | 'byHand'
  | 'plan'
  | 'incidents'
  | 'exportedAt'
  | 'archived'
  | 'erasedOn'
>;
/** What not every case has. */
const perhaps = (kase: Case): Perhaps => ({
  ...(kase.linkedTo === undefined ? {} : { linkedTo: kase.linkedTo }),
  ...(kase.meetingId === undefined ? {} : { meetingId: kase.meetingId }),
  ...(kase.pausedUntil === undefined ? {} : { pausedUntil: kase.pausedUntil }),
  ...(kase.byHand === undefined ? {} : { byHand: kase.byHand }),
  ...(kase.plan === undefined ? {} : { plan: kase.plan }),
  ...(kase.incidents === undefined ? {} : { incidents: kase.incidents }),
  ...(kase.exportedAt === undefined ? {} : { exportedAt: kase.exportedAt }),
  ...(kase.archived === undefined ? {} : { archived: kase.archived }),
  ...(kase.erasedOn === undefined ? {} : { erasedOn: kase.erasedOn }),
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
    ...perhaps(kase),
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
