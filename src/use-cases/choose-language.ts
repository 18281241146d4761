import { type Language, type Person } from '../domain/people';
import { type Refusal, WRONG_STATE } from '../domain/refusal';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { changePerson } from './change-person';
import { type World } from './world';

export const chooseLanguage =
  (world: World) =>
  (asked: Asked & { readonly language: Language }): Promise<Result<Person, Refusal>> =>
    changePerson(world, asked, {
      operation: 'choose-language',
      personId: asked.by.person.id,
      mustExist: true,
      ruling: judge(asked.by.person, { about: 'self', ask: 'choose-language' }),
      decide: before =>
        before === undefined ? err(WRONG_STATE) : ok({ ...before, language: asked.language }),
    });
