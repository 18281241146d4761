import { err, ok, type Result } from '../result';
import { mayStandOn, type OnAgenda } from './agenda';
import { type OffReason } from './by-hand';
import { type Case } from './case';
import { type CaseId } from './ids';
import { type Meeting } from './meeting';
import { withoutMeeting } from './pause';
import { type Refusal, WRONG_STATE } from './refusal';

type Coming = Pick<Meeting, 'id' | 'on' | 'state'>;

/** Where somebody wants it on that agenda, whatever the clocks say; a postponed case is returned instead. */
export const addToAgenda = (kase: Case, { id, on, state }: Coming): Result<OnAgenda, Refusal> =>
  state === 'planned' && mayStandOn(kase, on) && kase.meetingId !== id
    ? ok({ ...kase, byHand: { wants: 'on', meetingId: id } })
    : err(WRONG_STATE);

/** Off this one agenda; the next takes it up again by what its state and the clocks say. */
export const takeOffAgenda = (kase: Case, { id, state }: Coming, reason: OffReason): Result<Case, Refusal> =>
  state === 'planned'
    ? ok({ ...withoutMeeting(kase, id), byHand: { wants: 'off', meetingId: id, reason } })
    : err(WRONG_STATE);

type Move = {
  readonly caseId: CaseId;
  /** The case it is to come after; undefined puts it first. */
  readonly after: CaseId | undefined;
};

/** The list with one case in another place; as it was when either is not there. */
export const moved = (list: readonly CaseId[], { caseId, after }: Move): readonly CaseId[] => {
  if (!list.includes(caseId) || after === caseId) return list;
  const others = list.filter(id => id !== caseId);
  if (after === undefined) return [caseId, ...others];
  return others.includes(after) ? others.flatMap(id => (id === after ? [id, caseId] : [id])) : list;
};
