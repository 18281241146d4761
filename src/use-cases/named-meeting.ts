import { type Case } from '../domain/case';
import { mayComeTo, standsOn } from '../domain/case-place';
import { type MeetingId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { type Asked, todayOf } from './asked';
import { meetingById, nextMeeting } from './next-meeting';
import { type World } from './world';

/** A meeting that somebody names beside a case, to be heard as its chair. */
export type NamedMeeting = { readonly meeting: Meeting; readonly isNext: boolean };

export const namedMeeting = async (
  world: World,
  asked: Asked & { readonly meetingId?: MeetingId },
): Promise<NamedMeeting | undefined> => {
  const { meetingId, within } = asked;
  if (meetingId === undefined) return undefined;
  const [found, next] = await Promise.all([
    meetingById(world, meetingId, within),
    nextMeeting(world, todayOf(world, asked), within),
  ]);
  return found && { meeting: found.meeting, isNext: next.meeting.id === meetingId };
};

/**
 * The named meeting, when the case stands on it; a case that stands on none, or that an earlier meeting had up, comes to
 * the next, and to no other that somebody may name because they chair it.
 */
export const meetingFor = (kase: Case, named: NamedMeeting | undefined): { readonly meeting?: Meeting } => {
  if (named === undefined) return {};
  const { meeting, isNext } = named;
  const counts = standsOn(kase, meeting.id) || (isNext && mayComeTo(kase, meeting.id));
  return counts ? { meeting } : {};
};
