import { agendaOf, type Entry } from '../domain/agenda';
import { type MeetingId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { type Errand } from '../domain/outbox';
import { type Refusal, WRONG_STATE } from '../domain/refusal';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changeMeeting } from './change-meeting';
import { nextMeeting } from './next-meeting';
import { type World } from './world';

/** One batch holds a hundred operations: more cases than this wait for the next meeting. */
const MOST_ITEMS = 90;

const laid =
  (meeting: Meeting) =>
  ({ kase, kind }: Entry, place: number): Errand => ({
    kind: 'put-on-agenda',
    meetingId: meeting.id,
    caseId: kase.id,
    number: meeting.agenda.length + place + 1,
    item: kind,
  });

/**
 * The agenda is fixed in one batch, and the channel is told; laying each case on it follows in steps that can be
 * repeated. Publishing again adds what has come since.
 */
export const publishAgenda =
  (world: World) =>
  (asked: Asked & { readonly meetingId: MeetingId }): Promise<Result<Meeting, Refusal>> =>
    changeMeeting(world, asked, {
      operation: 'publish-agenda',
      meetingId: asked.meetingId,
      decide: async meeting => {
        const next = await nextMeeting(world, todayOf(world, asked), asked.within);
        if (next.meeting.id !== meeting.id) return err(WRONG_STATE);
        const cases = await world.cases.inStates(
          ['ready-for-review', 'awaiting-consent', 'active'],
          asked.within,
        );
        const waiting = agendaOf(cases, meeting.on, world.calendar);
        const fresh = waiting
          .filter(({ kase }) => kase.meetingId !== meeting.id)
          .slice(0, MOST_ITEMS - meeting.agenda.length);
        const agenda = [...new Set([...meeting.agenda, ...fresh.map(({ kase }) => kase.id)])];
        const card: Errand = {
          kind: meeting.publishedAt === undefined ? 'post-agenda' : 'edit-agenda',
          meetingId: meeting.id,
        };
        const published = { ...meeting, agenda, publishedAt: meeting.publishedAt ?? asked.at };
        return ok({ meeting: published, errands: [card, ...fresh.map(laid(meeting))] });
      },
    });
