import { type Case, isBeforeConsent, isParticipant } from '../domain/case';
import { isInForce } from '../domain/consent';
import { isActive, type Person } from '../domain/people';
import { hasReceived } from '../domain/sharing';
import { type LocalDate } from '../domain/time';
import { standingOnCase } from './standing';
import { wasKnown } from './visible-conditions';

/** The group spoke of somebody it did not know, and no more was said of them: refusals and withdrawals say more. */
const isDeidentified = (reader: Person, kase: Case): boolean =>
  (isBeforeConsent(kase) || kase.state === 'declined') && !hasReceived(kase, reader.id) && !wasKnown(kase);

/** What is written once a consent told who it is may speak of somebody known: whom it opens nothing to does not read it. */
const isReached = ({ agency }: Person, kase: Case, today: LocalDate): boolean =>
  isParticipant(kase) &&
  isInForce(kase.consent, today) &&
  kase.consent.grants.some(({ to }) => to === agency);

/**
 * Whether this reader may read what the decisions of a case say in words: the question, the reason and the dissent. The
 * coordinator, whose they are; its author, whom they concern; and the members for as long as they may read the summary,
 * or the consent opens something to them. That there is a decision, its outcome and its day are process.
 */
export const mayReadRationale = (reader: Person, kase: Case, today: LocalDate): boolean => {
  const has = isActive(reader) && kase.erasedOn === undefined ? standingOnCase(reader, kase) : [];
  if (has.includes('author') || has.includes('coordinator')) return true;
  return has.includes('member') && (isDeidentified(reader, kase) || isReached(reader, kase, today));
};
