import { type AgendaItem } from './agenda';
import { type Case, isEnded } from './case';
import { carriesDecision, type Decision } from './decision';

const leftUndecided = (item: AgendaItem, kase: Case): boolean =>
  item.decision === undefined && kase.meetingId !== item.meetingId;
/** Of an item, what tells whether its case ended by what was decided there. */
type Taken = { readonly decision?: Pick<Decision, 'id' | 'outcome'> };
/** Declined here is the one end that a published agenda shows by itself: there the case was discussed to its end. */
const declinedHere = ({ decision }: Taken, kase: Case): boolean =>
  decision?.outcome.kind === 'declined' && carriesDecision(kase) === decision.id;
/** It ended, but not here: of that nothing is said, neither on an agenda nor in minutes. */
export const endedElsewhere = (item: Taken, kase: Case): boolean =>
  isEnded(kase) && !declinedHere(item, kase);

/**
 * Whether an agenda says no more of it than "ikke lenger tilgjengelig": the case left it without a decision, or ended
 * by anything but the one made here (domain.md §§6, 13).
 */
export const isClosed = (item: AgendaItem, kase: Case | undefined): boolean =>
  item.closed || kase === undefined || leftUndecided(item, kase) || endedElsewhere(item, kase);
