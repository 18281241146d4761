import { type Meeting } from '../domain/meeting';
import { type MeetingNotice } from '../domain/notice';
import { hasRole, isActive, type Person } from '../domain/people';
import { answersForSeat } from './ask-contributors';
import { isAwaited, placesIn } from './contribution-round';
import { type Within } from './ports/common';
import { type World } from './world';

type Told = { readonly person: Person; readonly meeting: Meeting; readonly about: MeetingNotice };
type Needs = Pick<World, 'cases' | 'programme'>;

const isTrue: Readonly<Record<MeetingNotice, (meeting: Meeting) => boolean>> = {
  contribute: ({ state, publishedAt }) => state === 'planned' && publishedAt !== undefined,
  'contribute-reminder': ({ state, publishedAt }) => state === 'planned' && publishedAt !== undefined,
  moved: ({ state }) => state === 'planned',
  cancelled: ({ state }) => state === 'cancelled',
  'approve-minutes': meeting => meeting.state === 'ended' && meeting.approved === undefined,
};

const takesPart = (person: Person): boolean =>
  isActive(person) && (hasRole(person, 'member') || hasRole(person, 'coordinator'));

/** Whether a seat of theirs has not answered yet. What is published is laid within seconds; until then it has not. */
const hasToAnswer = async (
  { cases, programme }: Needs,
  { person, meeting, about }: Told,
  within: Within,
): Promise<boolean> => {
  if (!answersForSeat(person, programme)) return false;
  const places = await placesIn({ cases }, meeting, within);
  const isLaid = places.length >= meeting.agenda.length || about === 'contribute-reminder';
  return !isLaid || isAwaited(person, places, { meeting, programme });
};

/** Whether what a notice says of a meeting is still so, and concerns this person: who takes part in the group. */
export const mayHearOfMeeting = async (world: Needs, told: Told, within: Within): Promise<boolean> => {
  const { person, meeting, about } = told;
  if (!takesPart(person) || !isTrue[about](meeting)) return false;
  return about === 'contribute' || about === 'contribute-reminder' ? hasToAnswer(world, told, within) : true;
};
