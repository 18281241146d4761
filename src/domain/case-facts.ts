import { type BeforeDecision, type Case, type CaseFacts } from './case';
import { type Consent } from './consent';
import { type Instant } from './time';

/** What every state carries, without what only this one does. */
const factsOf = (kase: Case): CaseFacts => {
  const { id, code, origin, author, submittedAt, since, informed, contactConsent, informedAt } = kase;
  const {
    recognisable,
    urgent,
    named,
    presented,
    disqualified,
    holdings,
    linkedTo,
    meetingId,
    actions,
    past,
  } = kase;
  const { consents, sharings } = kase;
  return {
    ...{ id, code, origin, author, submittedAt, since, informed, contactConsent, informedAt },
    ...{ recognisable, urgent, named, presented, disqualified, holdings, actions, past },
    ...{ consents, sharings },
    ...(linkedTo === undefined ? {} : { linkedTo }),
    ...(meetingId === undefined ? {} : { meetingId }),
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
  const { meetingId: _, ...facts } = leaving(kase, since);
  return facts;
};
