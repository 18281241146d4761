import { type Meeting } from '../domain/meeting';
import { type Asked, todayOf } from './asked';
import { nextMeeting } from './next-meeting';
import { type World } from './world';

type Needs = Parameters<typeof nextMeeting>[0];
const glancing = ({ meetings, ...world }: World): Needs => ({
  ...world,
  meetings: { load: meetings.glance },
});

/** When the group meets next, as cards say it to anybody: the day and the hour it is really held. */
export const whenNext =
  (world: World) =>
  async (asked: Asked): Promise<Pick<Meeting, 'on' | 'startsAt'>> =>
    (await nextMeeting(glancing(world), todayOf(world, asked), asked.within)).meeting;
