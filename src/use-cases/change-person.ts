import { type PersonId } from '../domain/ids';
import { type Errand } from '../domain/outbox';
import { type Person } from '../domain/people';
import { type Refusal } from '../domain/refusal';
import { type Ruling } from '../policy/may';
import { ok, type Result } from '../result';
import { type Asked, entriesFor } from './asked';
import { perform } from './perform';
import { type PersonFile } from './ports/people';
import { type World } from './world';

type Target = { readonly file?: PersonFile };
type Verb = {
  readonly operation: string;
  readonly personId: PersonId;
  /** False only where a person may be added. */
  readonly mustExist: boolean;
  readonly ruling: Ruling;
  readonly decide: (before: Person | undefined) => Result<Person, Refusal>;
  readonly errands?: (before: Person | undefined) => readonly Errand[];
};

const target = async (world: World, asked: Asked, verb: Verb): Promise<Target | undefined> => {
  const file = await world.people.load(verb.personId, asked.within);
  if (file === undefined) return verb.mustExist ? undefined : {};
  return { file };
};

/** A change of one entry in the directory, chained in that person's own partition. */
export const changePerson = async (
  world: World,
  asked: Asked,
  verb: Verb,
): Promise<Result<Person, Refusal>> => {
  const done = await perform<Target, Person>(world, asked, {
    operation: verb.operation,
    subject: verb.personId,
    load: () => target(world, asked, verb),
    known: () => world.people.known(verb.personId, asked.commandId, asked.within),
    judge: () => verb.ruling,
    sees: () => verb.ruling.allowed,
    decide: ({ file }) => Promise.resolve(verb.decide(file?.person)),
    commit: ({ file }, person, fact) => {
      const outbox = entriesFor(world, asked, verb.errands?.(file?.person) ?? []);
      return world.people.save(
        { person, fact, outbox, ...(file === undefined ? {} : { file }) },
        asked.within,
      );
    },
  });
  if (!done.ok) return done;
  const { plan, file } = done.value;
  const person = plan ?? file.file?.person;
  return person === undefined ? { ok: false, error: { kind: 'try-again' } } : ok(person);
};
