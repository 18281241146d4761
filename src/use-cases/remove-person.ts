import { type PersonId } from '../domain/ids';
import { type Person } from '../domain/people';
import { type Refusal, WRONG_STATE } from '../domain/refusal';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changePerson } from './change-person';
import { type World } from './world';

/** A removed person keeps their history and may do nothing from the next press on. Nobody removes themselves. */
export const removePerson =
  (world: World) =>
  (asked: Asked & { readonly personId: PersonId }): Promise<Result<Person, Refusal>> =>
    changePerson(world, asked, {
      operation: 'remove-person',
      personId: asked.personId,
      mustExist: true,
      ruling: judge(asked.by.person, { about: 'role', ask: 'remove-person' }),
      decide: before =>
        before === undefined || before.id === asked.by.person.id
          ? err(WRONG_STATE)
          : ok({ ...before, removedOn: todayOf(world, asked) }),
    });
