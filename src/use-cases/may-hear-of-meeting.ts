import { type Meeting } from '../domain/meeting';
import { type MeetingNotice } from '../domain/outbox';
import { hasRole, isActive, type Person } from '../domain/people';
import { type Within } from './ports/common';
import { type World } from './world';

type Told = { readonly person: Person; readonly meeting: Meeting; readonly about: MeetingNotice };

const isTrue: Readonly<Record<MeetingNotice, (meeting: Meeting) => boolean>> = {
  contribute: ({ state, publishedAt }) => state === 'planned' && publishedAt !== undefined,
  'contribute-reminder': ({ state, publishedAt }) => state === 'planned' && publishedAt !== undefined,
  moved: ({ state }) => state === 'planned',
  cancelled: ({ state }) => state === 'cancelled',
  'approve-minutes': meeting => meeting.state === 'ended' && meeting.approved === undefined,
};

/** Whether what a notice says of a meeting is still so, and concerns this person: who takes part in the group. */
export const mayHearOfMeeting = (
  _world: Pick<World, 'cases' | 'programme'>,
  { person, meeting, about }: Told,
  _within: Within,
): Promise<boolean> =>
  Promise.resolve(
    isActive(person) &&
      (hasRole(person, 'member') || hasRole(person, 'coordinator')) &&
      isTrue[about](meeting),
  );
