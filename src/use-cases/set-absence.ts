import { type AbsenceProblem, type AbsenceValues, checkAbsence, mayStandIn } from '../domain/absence';
import { type Errand } from '../domain/outbox';
import { type Absence, type Person } from '../domain/people';
import { NOT_AVAILABLE, type Refusal, WRONG_STATE } from '../domain/refusal';
import { type LocalDate } from '../domain/time';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changePerson } from './change-person';
import { looked } from './lookup';
import { refuse } from './perform';
import { type World } from './world';

const OPERATION = 'set-absence';
const FORM = 'start-absence';
const rulingFor = ({ by }: Asked) => judge(by.person, { about: 'self', ask: OPERATION });

const refused = async (world: World, asked: Asked, operation: string): Promise<Result<never, Refusal>> => {
  await refuse(world, asked, { operation, subject: asked.by.person.id });
  return err(NOT_AVAILABLE);
};

const colleaguesOf = async (world: World, { by: { person }, within }: Asked): Promise<readonly Person[]> =>
  (await world.people.all(within)).filter(other => mayStandIn(person, other));

/** The colleagues who could stand in: who is asked for the form. */
export const startAbsence =
  (world: World) =>
  async (asked: Asked): Promise<Result<readonly Person[], Refusal>> => {
    const { allowed, rule } = rulingFor(asked);
    if (!allowed) return refused(world, asked, FORM);
    await looked(world, asked, { operation: FORM, subject: asked.by.person.id, rule });
    return ok(await colleaguesOf(world, asked));
  };

export type SetAbsence =
  | { readonly absence: Absence }
  | { readonly problems: readonly AbsenceProblem[]; readonly people: readonly Person[] };

/** Who hears instead, and who does not any more: with the change itself, so that neither is lost. */
const following = ({ id: person, absence }: Person): Errand => ({
  kind: 'follow-absence',
  person,
  ...(absence === undefined ? {} : { was: absence }),
});

const saved = (
  world: World,
  asked: Asked,
  change: (before: Person) => Result<Person, Refusal>,
): Promise<Result<Person, Refusal>> =>
  changePerson(world, asked, {
    operation: OPERATION,
    personId: asked.by.person.id,
    mustExist: true,
    ruling: rulingFor(asked),
    decide: before => (before === undefined ? err(WRONG_STATE) : change(before)),
    errands: before => (before === undefined ? [] : [following(before)]),
  });

/** The asker's own absence, instead of what they had said before. */
export const setAbsence =
  (world: World) =>
  async (asked: Asked & { readonly values: AbsenceValues }): Promise<Result<SetAbsence, Refusal>> => {
    if (!rulingFor(asked).allowed) return refused(world, asked, OPERATION);
    const people = await colleaguesOf(world, asked);
    const { person } = asked.by;
    const checked = checkAbsence(asked.values, { today: todayOf(world, asked), person, people });
    if (!checked.ok) return ok({ problems: checked.error, people });
    const absence = checked.value;
    const done = await saved(world, asked, before => ok({ ...before, absence }));
    return done.ok ? ok({ absence }) : done;
  };

/** Back again, or not going after all: of the absence that was shown, not of one that was set since. */
export const endAbsence =
  (world: World) =>
  (asked: Asked & { readonly to: LocalDate }): Promise<Result<Person, Refusal>> =>
    saved(world, asked, ({ absence, ...person }) =>
      absence?.to === asked.to ? ok(person) : err(WRONG_STATE),
    );
