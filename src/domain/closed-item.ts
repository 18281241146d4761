import { type AgendaItem } from './agenda';
import { type Case, isEnded } from './case';
import { carriesDecision } from './decision';

const leftUndecided = (item: AgendaItem, kase: Case): boolean =>
  item.decision === undefined && kase.meetingId !== item.meetingId;
/** Declined here is the one end that a published agenda shows by itself: there the case was discussed to its end. */
const declinedHere = ({ decision }: AgendaItem, kase: Case): boolean =>
  decision?.outcome.kind === 'declined' && carriesDecision(kase) === decision.id;

/**
 * Whether an agenda says no more of it than "ikke lenger tilgjengelig": the case left it without a decision, or ended
 * by anything but the one made here (domain.md §§6, 13).
 */
export const isClosed = (item: AgendaItem, kase: Case | undefined): boolean =>
  item.closed ||
  kase === undefined ||
  leftUndecided(item, kase) ||
  (isEnded(kase) && !declinedHere(item, kase));
