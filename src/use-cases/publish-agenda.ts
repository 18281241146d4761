import { AGENDA_STATES, agendaOf, type Entry } from '../domain/agenda';
import { type MeetingId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { type Errand } from '../domain/outbox';
import { type Refusal, WRONG_STATE } from '../domain/refusal';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changeMeeting } from './change-meeting';
import { MOST_ITEMS } from './list-on-agenda';
import { nextMeeting } from './next-meeting';
import { type World } from './world';

/** What was not on the agenda when it was published came late. */
const laid =
  (before: Meeting, { id, agenda }: Meeting) =>
  ({ kase, kind }: Entry): Errand => ({
    kind: 'put-on-agenda',
    meetingId: id,
    caseId: kase.id,
    number: agenda.indexOf(kase.id) + 1,
    item: kind,
    ...(before.publishedAt === undefined || before.agenda.includes(kase.id) ? {} : { late: true }),
  });

/** What is not laid on it yet, or was and left it since; as much of it as there is room for. */
const freshFor = (meeting: Meeting, waiting: readonly Entry[]): readonly Entry[] => {
  const fresh = waiting.filter(({ kase }) => kase.meetingId !== meeting.id);
  const known = fresh.filter(({ kase }) => meeting.agenda.includes(kase.id));
  const more = fresh.filter(({ kase }) => !meeting.agenda.includes(kase.id));
  return [...known, ...more.slice(0, MOST_ITEMS - meeting.agenda.length)];
};

/**
 * The agenda is fixed in one batch, and the channel is told; laying each case on it follows in steps that can be
 * repeated. Publishing again adds what has come since, marked as late.
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
        const cases = await world.cases.inStates(AGENDA_STATES, asked.within);
        const today = todayOf(world, asked);
        const fresh = freshFor(meeting, agendaOf(cases, meeting, { ...world, today }));
        const published = {
          ...meeting,
          agenda: [...new Set([...meeting.agenda, ...fresh.map(({ kase }) => kase.id)])],
          publishedAt: meeting.publishedAt ?? asked.at,
        };
        const kind = meeting.publishedAt === undefined ? 'post-agenda' : 'edit-agenda';
        return ok({
          meeting: published,
          errands: [
            { kind, meetingId: meeting.id },
            ...fresh.map(laid(meeting, published)),
            { kind: 'remind-contributors', meetingId: meeting.id },
          ],
        });
      },
    });
