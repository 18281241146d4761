import { type Case } from './case';
import { dayOfMeeting, type MeetingId } from './ids';

type Placed = Pick<Case, 'meetingId'>;

export const standsOn = ({ meetingId }: Placed, id: MeetingId): boolean => meetingId === id;

/**
 * It stands on no agenda, or on an earlier one: a case keeps its place when its meeting is over. Meetings keep the order
 * of the series, also when they are moved, and a meeting is known by its day in it.
 */
export const mayComeTo = ({ meetingId }: Placed, id: MeetingId): boolean =>
  meetingId === undefined || dayOfMeeting(meetingId) < dayOfMeeting(id);
