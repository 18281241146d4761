import { type PersonId } from '../domain/ids';
import { type Identity } from '../domain/people';
import { PersonId as PersonIdSchema } from '../ids';
import { type Within } from '../use-cases/ports/common';
import { type Shelf } from './database/shelf';
import { pointerDocument, toPointer } from './documents/pointer-document';
import { storageFault } from './faults';
import { type AgingCache } from './sealing/aging-cache';

type Claim = {
  readonly identity: Identity;
  readonly person: PersonId;
  /** Whether this other person has the identity now; a pointer that says so may be out of date. */
  readonly stillHeldBy: (other: PersonId, within: Within) => Promise<boolean>;
};

/** From who someone is to Teams, to who they are in the directory. */
export type IdentityPointers = {
  /** As it was a short while ago; ask `find` when it turns out not to be so. */
  readonly known: (identity: Identity) => PersonId | undefined;
  readonly find: (identity: Identity, within: Within) => Promise<PersonId | undefined>;
  /** Throws a StorageFault when somebody else has this identity. */
  readonly claim: (claim: Claim, within: Within) => Promise<void>;
};

/** Encoded, since some signs may not stand in a document's id. */
const keyOf = ({ tenantId, objectId }: Identity): string =>
  `identity:${encodeURIComponent(tenantId)},${encodeURIComponent(objectId)}`;

const claiming =
  (shelf: Shelf): IdentityPointers['claim'] =>
  async ({ identity, person, stillHeldBy }, within) => {
    const key = keyOf(identity);
    const created = await shelf.create(pointerDocument(key, person), within);
    if (created.value !== undefined) return;
    const { target, _etag } = toPointer((await shelf.read({ id: key, pk: key }, within)).value);
    const holder = PersonIdSchema.parse(target);
    if (holder === person) return;
    if (await stillHeldBy(holder, within)) throw storageFault('claiming an identity that is taken');
    await shelf.replace(pointerDocument(key, person), _etag, within);
  };

export const identityPointers = (shelf: Shelf, cache: AgingCache<PersonId>): IdentityPointers => ({
  known: identity => cache.get(keyOf(identity)),
  find: async (identity, within) => {
    const key = keyOf(identity);
    const { value } = await shelf.read({ id: key, pk: key }, within);
    if (value === undefined) return undefined;
    const person = PersonIdSchema.parse(toPointer(value).target);
    cache.put(key, person);
    return person;
  },
  claim: claiming(shelf),
});
