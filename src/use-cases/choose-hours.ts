import { type Person } from '../domain/people';
import { type Refusal, WRONG_STATE } from '../domain/refusal';
import { type TimeOfDay } from '../domain/time';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { changePerson } from './change-person';
import { type World } from './world';

/** A later hour holds at once, an earlier one from the next digest: what is under way keeps its time. */
export const chooseHours =
  (world: World) =>
  (asked: Asked & { readonly hour: TimeOfDay }): Promise<Result<Person, Refusal>> =>
    changePerson(world, asked, {
      operation: 'choose-hours',
      personId: asked.by.person.id,
      mustExist: true,
      ruling: judge(asked.by.person, { about: 'self', ask: 'choose-hours' }),
      decide: before => (before === undefined ? err(WRONG_STATE) : ok({ ...before, digestAt: asked.hour })),
    });
