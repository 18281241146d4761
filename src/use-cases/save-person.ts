import { newPersonId, type PersonId } from '../domain/ids';
import { type Identity, type Person } from '../domain/people';
import { checkPerson, type PersonProblem, type PersonValues } from '../domain/person-form';
import { type Refusal } from '../domain/refusal';
import { judge } from '../policy/may';
import { ok, type Result } from '../result';
import { type Asked } from './asked';
import { changePerson } from './change-person';
import { type World } from './world';

export type SavedPerson = { readonly person: Person } | { readonly problems: readonly PersonProblem[] };
type Saving = Asked & { readonly personId?: PersonId; readonly values: PersonValues };

const sameIdentity = (one: Identity, other: Identity): boolean =>
  one.tenantId === other.tenantId && one.objectId === other.objectId;

const TAKEN: PersonProblem = { field: 'object-id', problem: 'taken' };

/** Whether somebody else is known by the identity that was typed. */
const isTaken = async (
  { people }: World,
  { within }: Asked,
  { id, identities }: Person,
): Promise<boolean> => {
  const found = await Promise.all(identities.map(identity => people.byIdentity(identity, within)));
  return found.some(file => file !== undefined && file.person.id !== id);
};

/** Nobody locks themselves out: neither by their roles nor by whom Teams knows them as. */
const losesOwnAccess = ({ by: { person: own } }: Asked, person: Person): boolean =>
  person.id === own.id &&
  !(
    person.roles.includes('admin') &&
    own.identities.every(one => person.identities.some(other => sameIdentity(one, other)))
  );

const problemsWith = async (
  world: World,
  asked: Asked,
  person: Person,
): Promise<readonly PersonProblem[]> => {
  if (losesOwnAccess(asked, person)) return [{ field: 'roles', problem: 'own-access' }];
  return (await isTaken(world, asked, person)) ? [TAKEN] : [];
};

/** Adds someone, or changes them; without `personId` it is somebody new. */
export const savePerson =
  (world: World) =>
  async (asked: Saving): Promise<Result<SavedPerson, Refusal>> => {
    const ruling = judge(asked.by.person, { about: 'role', ask: 'save-person' });
    const id = asked.personId ?? newPersonId(world.derive, asked.commandId);
    const checked = checkPerson(asked.values, { id, programme: world.programme });
    if (ruling.allowed && !checked.ok) return ok({ problems: checked.error });
    if (ruling.allowed && checked.ok) {
      const problems = await problemsWith(world, asked, checked.value);
      if (problems.length > 0) return ok({ problems });
    }
    const done = await changePerson(world, asked, {
      operation: 'save-person',
      personId: id,
      mustExist: asked.personId !== undefined,
      ruling,
      decide: before => {
        const person = checkPerson(asked.values, {
          id,
          programme: world.programme,
          ...(before === undefined ? {} : { before }),
        });
        return person.ok ? ok(person.value) : { ok: false, error: { kind: 'try-again' } };
      },
    });
    return done.ok ? ok({ person: done.value }) : done;
  };
