import { exportedMeeting } from '../domain/archive';
import { isDisqualified } from '../domain/disqualification';
import { type MeetingId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { type Minutes } from '../domain/minutes';
import { type Addendum, isApproved } from '../domain/minutes-steps';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { plusMs } from '../domain/time';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { changeMeeting } from './change-meeting';
import { casesOf } from './compose-minutes';
import { lookAtMinutes } from './look-at-minutes';
import { refuse } from './perform';
import { type World } from './world';

type OfMeeting = Asked & { readonly meetingId: MeetingId };

/** What the archive is given of a meeting: its minutes hold the agenda, who was there and what was decided. */
export type MeetingArchive = {
  readonly meeting: Meeting;
  readonly minutes: Minutes;
  readonly addenda: readonly Addendum[];
};
type MeetingOffer = { readonly meeting: Meeting; readonly token: string };

const FIVE_MINUTES_MS = 5 * 60_000;

/** The step itself, before a file is asked for. */
export const startMeetingArchive =
  (world: World) =>
  (asked: OfMeeting): Promise<Result<Meeting, Refusal>> =>
    lookAtMinutes(world, asked, {
      operation: 'start-record-meeting-ref',
      ask: 'record-meeting-ref',
      meetingId: asked.meetingId,
      fits: isApproved,
      answer: meeting => meeting,
    });

export const exportMeeting =
  (world: World) =>
  (asked: OfMeeting): Promise<Result<MeetingOffer, Refusal>> => {
    const { by, account, at, meetingId, commandId } = asked;
    return lookAtMinutes(world, asked, {
      operation: 'export-meeting',
      ask: 'export-meeting',
      meetingId,
      fits: isApproved,
      answer: meeting => ({
        meeting,
        token: world.tickets.seal({
          person: by.person.id,
          account,
          what: { kind: 'meeting-archive', meetingId },
          expiresAt: plusMs(at, FIVE_MINUTES_MS),
          nonce: world.derive(commandId, 'ticket'),
        }),
      }),
    });
  };

/** The archive keeps all of the minutes: who must not read one of the cases leaves the export to the stand-in. */
const mayReadAll = async (world: World, { by, within }: Asked, { items }: Minutes): Promise<boolean> => {
  const cases = await casesOf(
    world,
    items.map(({ caseId }) => caseId),
    within,
  );
  return [...cases.values()].every(kase => !isDisqualified(kase, by.person.id));
};

const markExported = (world: World, asked: OfMeeting): Promise<Result<Meeting, Refusal>> =>
  changeMeeting(world, asked, {
    operation: 'export-meeting',
    meetingId: asked.meetingId,
    decide: meeting => {
      const next = exportedMeeting(meeting, asked.at);
      return next.ok ? ok({ meeting: next.value, errands: [] }) : next;
    },
  });

/** Approved minutes as they are locked, with what was added since. */
export const downloadMeeting =
  (world: World) =>
  async (asked: OfMeeting): Promise<Result<MeetingArchive, Refusal>> => {
    const { meetingId, within } = asked;
    const what = { operation: 'download-meeting', subject: meetingId };
    const file = await world.meetings.minutes(meetingId, within);
    if (file === undefined || !(await mayReadAll(world, asked, file.minutes))) {
      await refuse(world, asked, what);
      return err(NOT_AVAILABLE);
    }
    const seen = await lookAtMinutes(world, asked, {
      ...{ operation: what.operation, ask: 'export-meeting', meetingId },
      fits: isApproved,
      answer: () => file,
    });
    if (!seen.ok) return seen;
    const marked = await markExported(world, asked);
    return marked.ok ? ok({ ...seen.value, meeting: marked.value }) : marked;
  };
