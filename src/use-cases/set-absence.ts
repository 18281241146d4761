import { type AbsenceProblem, type AbsenceValues, checkAbsence, mayStandIn } from '../domain/absence';
import { type Absence, type Person } from '../domain/people';
import { NOT_AVAILABLE, type Refusal, WRONG_STATE } from '../domain/refusal';
import { type LocalDate } from '../domain/time';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changePerson } from './change-person';
import { passOn } from './pass-on';
import { refuse } from './perform';
import { type World } from './world';

const OPERATION = 'set-absence';
const rulingFor = ({ by }: Asked) => judge(by.person, { about: 'self', ask: OPERATION });

/** The colleagues who could stand in: who is asked for the form. */
export const startAbsence =
  (world: World) =>
  async (asked: Asked): Promise<Result<readonly Person[], Refusal>> => {
    const { person } = asked.by;
    if (!rulingFor(asked).allowed) {
      await refuse(world, asked, { operation: OPERATION, subject: person.id });
      return err(NOT_AVAILABLE);
    }
    const people = await world.people.all(asked.within);
    return ok(people.filter(other => mayStandIn(person, other)));
  };

export type SetAbsence =
  | { readonly absence: Absence }
  | { readonly problems: readonly AbsenceProblem[]; readonly people: readonly Person[] };

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
  });

/** The asker's own absence, instead of what they had said before. */
export const setAbsence =
  (world: World) =>
  async (asked: Asked & { readonly values: AbsenceValues }): Promise<Result<SetAbsence, Refusal>> => {
    const started = await startAbsence(world)(asked);
    if (!started.ok) return started;
    const people = started.value;
    const { person } = asked.by;
    const checked = checkAbsence(asked.values, { today: todayOf(world, asked), person, people });
    if (!checked.ok) return ok({ problems: checked.error, people });
    const absence = checked.value;
    await passOn(world, asked, { ...person, absence });
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
