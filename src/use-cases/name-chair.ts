import { type MeetingId, type PersonId } from '../domain/ids';
import { type HeldMeeting, isHeld, type Meeting } from '../domain/meeting';
import { nameChair as named } from '../domain/meeting-changes';
import { mayChair } from '../domain/meeting-form';
import { isApproved, minutesAwait } from '../domain/minutes-steps';
import { type Errand } from '../domain/outbox';
import { type Person } from '../domain/people';
import { type Refusal, TRY_AGAIN, WRONG_STATE } from '../domain/refusal';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { changeMeeting } from './change-meeting';
import { lookAtMinutes, minutesFor, type OpenedMinutes } from './look-at-minutes';
import { type World } from './world';

type OfMeeting = Asked & { readonly meetingId: MeetingId };
export type Choosing = { readonly meeting: HeldMeeting; readonly people: readonly Person[] };

/** The form for a meeting that was held, with who can take it over; one that is planned has a form of its own. */
export const startNameChair =
  (world: World) =>
  (asked: OfMeeting): Promise<Result<Choosing, Refusal>> =>
    lookAtMinutes(world, asked, {
      operation: 'start-name-chair',
      ask: 'name-chair',
      meetingId: asked.meetingId,
      fits: meeting => !isApproved(meeting),
      answer: async meeting => ({
        meeting,
        people: (await world.people.all(asked.within)).filter(
          person => mayChair(person) && person.id !== meeting.chair,
        ),
      }),
    });

/** Whoever takes over finds the minutes waiting, as whoever led it did. */
const tellings = (meeting: Meeting): readonly Errand[] => [
  { kind: 'edit-agenda', meetingId: meeting.id },
  ...(meeting.state === 'ended' ? [minutesAwait(meeting)] : []),
];

/** Another leads a meeting that was begun, so that it never is without somebody to approve its minutes. */
export const nameChair =
  (world: World) =>
  async (asked: OfMeeting & { readonly chair: PersonId }): Promise<Result<OpenedMinutes, Refusal>> => {
    const { meetingId, chair, within } = asked;
    const done = await changeMeeting(world, asked, {
      operation: 'name-chair',
      meetingId,
      decide: async meeting => {
        const known = await world.people.load(chair, within);
        if (!isHeld(meeting)) return err(WRONG_STATE);
        if (known === undefined || !mayChair(known.person)) return err(TRY_AGAIN);
        const next = named(meeting, chair);
        return next.ok ? ok({ meeting: next.value, errands: tellings(next.value) }) : next;
      },
    });
    if (!done.ok) return done;
    return isHeld(done.value) ? ok(await minutesFor(world, asked, done.value)) : err(WRONG_STATE);
  };
