import { type AgendaItem } from '../domain/agenda';
import { type Case } from '../domain/case';
import { isClosed } from '../domain/closed-item';
import { isDisqualified } from '../domain/disqualification';
import { type CaseId } from '../domain/ids';
import { currentOf, type Meeting, type RunningMeeting, takeUp } from '../domain/meeting';
import { type Errand } from '../domain/outbox';
import { NOT_AVAILABLE, type Refusal, WRONG_STATE } from '../domain/refusal';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { changeMeeting } from './change-meeting';
import { type ItemKey } from './item-of';
import { type MeetingInHand, thenInHand } from './meeting-in-hand';
import { type World } from './world';

type TakingUp = Asked & ItemKey;

/** The agenda, and the cards of the case that was up and the one that is; and that it was taken up, for its case. */
const following = (before: Meeting, { id: meetingId, current }: RunningMeeting): readonly Errand[] => [
  { kind: 'edit-agenda', meetingId },
  ...(current === undefined ? [] : [{ kind: 'note-taken-up' as const, meetingId, caseId: current }]),
  ...[currentOf(before), current].flatMap(caseId =>
    caseId === undefined ? [] : [{ kind: 'edit-item' as const, meetingId, caseId }],
  ),
];

/** What is decided, or has left the agenda, is not spoken of again in this meeting. */
const isToBeSpokenOf = (item: AgendaItem, kase: Case): boolean =>
  item.decision === undefined && !isClosed(item, kase);

const isOpenTo = async (
  world: World,
  asked: TakingUp,
  caseId: CaseId,
): Promise<Result<undefined, Refusal>> => {
  const [file, item] = await Promise.all([
    world.cases.load(caseId, asked.within),
    world.cases.item(caseId, asked.meetingId, asked.within),
  ]);
  if (file === undefined || isDisqualified(file.kase, asked.by.person.id)) return err(NOT_AVAILABLE);
  return item !== undefined && isToBeSpokenOf(item.item, file.kase) ? ok(undefined) : err(WRONG_STATE);
};

/**
 * Which case the group speaks of now, so that everyone finds it at the top of the channel. Who is disqualified on it
 * does not take it up; of two who do at once the second is told that somebody was first.
 */
export const takeUpItem =
  (world: World) =>
  async (asked: TakingUp): Promise<Result<MeetingInHand, Refusal>> => {
    const done = await changeMeeting(world, asked, {
      operation: 'take-up-item',
      meetingId: asked.meetingId,
      decide: async meeting => {
        const open = await isOpenTo(world, asked, asked.caseId);
        if (!open.ok) return open;
        const next = takeUp(meeting, asked.caseId);
        return next.ok ? ok({ meeting: next.value, errands: following(meeting, next.value) }) : next;
      },
    });
    return thenInHand(world, asked, done);
  };
