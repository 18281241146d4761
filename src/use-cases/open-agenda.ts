import { type Refusal } from '../domain/refusal';
import { type Result } from '../result';
import { type Agenda, agendaOfMeeting } from './agenda-of-meeting';
import { type Asked, todayOf } from './asked';
import { lookUp } from './lookup';
import { nextMeeting } from './next-meeting';
import { type World } from './world';

export type { Agenda } from './agenda-of-meeting';

/** The agenda of the meeting that is on or comes next. */
export const openAgenda =
  (world: World) =>
  (asked: Asked): Promise<Result<Agenda, Refusal>> =>
    lookUp(world, asked, {
      ask: 'open-agenda',
      answer: async () => {
        const { meeting } = await nextMeeting(world, todayOf(world, asked), asked.within);
        return agendaOfMeeting(world, asked, meeting);
      },
    });
