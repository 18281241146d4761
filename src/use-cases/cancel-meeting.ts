import { type CaseState } from '../domain/case';
import { type CaseId, type MeetingId } from '../domain/ids';
import { type CancelReason, type Meeting } from '../domain/meeting';
import { cancelMeeting as cancelled } from '../domain/meeting-changes';
import { type Errand } from '../domain/outbox';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { type Asked } from './asked';
import { changeMeeting } from './change-meeting';
import { type World } from './world';

type Cancelling = Asked & { readonly meetingId: MeetingId; readonly reason: CancelReason };

/** Where a case may be that somebody put on an agenda by hand. */
const BY_HAND: readonly CaseState[] = [
  'ready-for-review',
  'deferred',
  'awaiting-consent',
  'mapping',
  'active',
  'consent-expired',
];

/** What stands on its agenda, and what somebody asked to have there when it would be published. */
const casesOf = async (
  { cases }: World,
  { id, agenda }: Meeting,
  { within }: Asked,
): Promise<readonly CaseId[]> => {
  const all = await cases.inStates(BY_HAND, within);
  const asked = all.filter(({ byHand }) => byHand?.wants === 'on' && byHand.meetingId === id);
  return [...new Set([...agenda, ...asked.map(kase => kase.id)])];
};

/** The group is told, and every case is freed for the next agenda: in steps, however many there are. */
export const cancelMeeting =
  (world: World) =>
  (asked: Cancelling): Promise<Result<Meeting, Refusal>> => {
    const { meetingId, reason, at, by } = asked;
    return changeMeeting(world, asked, {
      operation: 'cancel-meeting',
      meetingId,
      decide: async meeting => {
        const next = cancelled(meeting, reason, at);
        if (!next.ok) return next;
        const empty = (caseId: CaseId): Errand => ({ kind: 'empty-agenda', meetingId, caseId });
        const card: readonly Errand[] =
          meeting.publishedAt === undefined ? [] : [{ kind: 'edit-agenda', meetingId }];
        const tell: Errand = { kind: 'tell-group', meetingId, about: 'cancelled', by: by.person.id };
        const cases = await casesOf(world, meeting, asked);
        return ok({ meeting: next.value, errands: [...card, ...cases.map(empty), tell] });
      },
    });
  };
