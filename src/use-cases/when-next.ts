import { type Meeting } from '../domain/meeting';
import { type Asked, todayOf } from './asked';
import { nextMeeting } from './next-meeting';
import { type World } from './world';

/** When the group meets next, as cards say it to anybody: the day and the hour it is really held. */
export const whenNext =
  (world: World) =>
  async (asked: Asked): Promise<Pick<Meeting, 'on' | 'startsAt'>> =>
    (await nextMeeting(world, todayOf(world, asked), asked.within)).meeting;
