import { type Errand } from '../domain/outbox';
import { type Instant } from '../domain/time';
import { mayHearOfMeeting } from '../use-cases/may-hear-of-meeting';
import { type Within } from '../use-cases/ports/common';
import { type World } from '../use-cases/world';
import { type Letter } from './letter';

type Needs = Pick<World, 'cases' | 'people' | 'meetings' | 'calendar' | 'programme'>;
type Errands = Extract<Errand, { readonly kind: 'meeting-notice' }>;

/** Asked at the moment of sending: whether it is still true, and still concerns its receiver. */
export const meetingLetter = async (
  world: Needs,
  { to, meetingId, about }: Errands,
  { now, within }: { readonly now: Instant; readonly within: Within },
): Promise<Letter> => {
  const [receiver, file] = await Promise.all([
    world.people.load(to, within),
    world.meetings.load(meetingId, within),
  ]);
  if (receiver === undefined || file === undefined) return { kind: 'nothing' };
  const { meeting } = file;
  if (!(await mayHearOfMeeting(world, { person: receiver.person, meeting, about }, within)))
    return { kind: 'nothing' };
  const today = world.calendar.dayOf(now);
  return { kind: 'to-person', to: receiver, message: { kind: 'meeting-notice', about, meeting, today } };
};
