import { type Person } from '../domain/people';
import { type Refusal, WRONG_STATE } from '../domain/refusal';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changePerson } from './change-person';
import { type World } from './world';

/** The yearly declaration of confidentiality: everyone signs their own. */
export const signDeclaration =
  (world: World) =>
  (asked: Asked): Promise<Result<Person, Refusal>> =>
    changePerson(world, asked, {
      operation: 'sign-declaration',
      personId: asked.by.person.id,
      mustExist: true,
      ruling: judge(asked.by.person, { about: 'self', ask: 'sign-declaration' }),
      decide: before =>
        before === undefined ? err(WRONG_STATE) : ok({ ...before, declaredOn: todayOf(world, asked) }),
    });
