import { z } from 'zod';
import { type Digest, EMPTY_CHAIN } from '../audit/event';
import { type Identity, isSameIdentity, keepsIdentities, type Person } from '../domain/people';
import { type Version, type Within } from '../use-cases/ports/common';
import { type People, type PersonFile } from '../use-cases/ports/people';
import { written } from './database/steps';
import { isRecorded, recorded } from './documents/audit-document';
import { outboxSteps } from './documents/outbox-document';
import { PERSON_ID, personDocument, toPerson, toPersonFile } from './documents/person-document';
import { personPartition, versionOf } from './documents/stored';
import { type IdentityPointers } from './identity-pointers';
import { capturing } from './person-reference';
import { recording } from './record-lookup';
import { type AgingCache } from './sealing/aging-cache';
import { type Shelves } from './shelves';

export type PeopleParts = {
  readonly shelves: Pick<Shelves, 'work'>;
  readonly pointers: IdentityPointers;
  readonly digest: Digest;
  /** As they were read last: a document of the same version is the same, and is not proved and printed again. */
  readonly read: AgingCache<{ readonly etag: Version; readonly file: PersonFile }>;
};

const loading =
  ({ shelves, read }: PeopleParts): People['load'] =>
  async (id, within) => {
    const { value } = await shelves.work.read({ id: PERSON_ID, pk: personPartition(id) }, within);
    if (value === undefined) return undefined;
    const [etag, known] = [versionOf(value), read.get(id)];
    if (known?.etag === etag) return known.file;
    const file = toPersonFile(value);
    read.put(id, { etag, file });
    return file;
  };

const has = (person: Person | undefined, identity: Identity): boolean =>
  person?.identities.some(one => isSameIdentity(one, identity)) ?? false;

/** A pointer may be older than the person: only who has this identity now is meant. */
const finding =
  (parts: PeopleParts): People['byIdentity'] =>
  async (identity, within) => {
    const known = parts.pointers.known(identity);
    const remembered = known && (await loading(parts)(known, within));
    if (has(remembered?.person, identity)) return remembered;
    const id = await parts.pointers.find(identity, within);
    const found = id && (await loading(parts)(id, within));
    return has(found?.person, identity) ? found : undefined;
  };

const BY_NAME = new Intl.Collator('nb');

const Lying = z.looseObject({ pk: z.string() });
/** A version is one document's own; another's may be called the same. */
const versionWithin = (document: unknown): string => `${Lying.parse(document).pk} ${versionOf(document)}`;

/** A document of a version that was read before is the same: it is not proved again. */
const provedOnce = (): ((documents: readonly unknown[]) => readonly Person[]) => {
  let proved: ReadonlyMap<string, Person> = new Map();
  return documents => {
    const now = documents.map(document => {
      const version = versionWithin(document);
      return [version, proved.get(version) ?? toPerson(document)] as const;
    });
    proved = new Map(now);
    return now.map(([, person]) => person);
  };
};

const listing = ({ shelves }: PeopleParts): People['all'] => {
  const personsIn = provedOnce();
  return async within => {
    const found = await shelves.work.query({ where: 'c.type = @type', values: { type: 'person' } }, within);
    return [...personsIn(found)].sort(
      (one, other) => BY_NAME.compare(one.name, other.name) || one.id.localeCompare(other.id),
    );
  };
};

/** The pointers come first: someone who is in the directory can always be found. */
const claimNew = async (
  parts: PeopleParts,
  { person, file }: { readonly person: Person; readonly file?: PersonFile },
  within: Within,
): Promise<void> => {
  const load = loading(parts);
  const added = person.identities.filter(identity => !has(file?.person, identity));
  await Promise.all(
    added.map(identity =>
      parts.pointers.claim(
        {
          identity,
          person: person.id,
          stillHeldBy: async (other, until) => has((await load(other, until))?.person, identity),
        },
        within,
      ),
    ),
  );
};

/** A chat belongs to an identity: when one was taken away, the chat may be somebody else's by now. */
const chatOf = (
  file: PersonFile | undefined,
  person: Person,
): Pick<PersonFile, 'reference' | 'releasing'> => {
  if (file?.reference === undefined || !keepsIdentities(file.person, person)) return {};
  const { reference, releasing } = file;
  return { reference, ...(releasing && { releasing }) };
};

const saving =
  (parts: PeopleParts): People['save'] =>
  async ({ fact, outbox = [], ...change }, within) => {
    await claimNew(parts, change, within);
    const { person, file } = change;
    const pk = personPartition(person.id);
    const { digest } = parts;
    const steps = recorded({ pk, fact, head: file?.head ?? EMPTY_CHAIN, digest }, head => [
      written(personDocument({ ...chatOf(file, person), person, head }), file?.version),
      ...outboxSteps(pk, outbox),
    ]);
    return parts.shelves.work.batch(pk, steps, within);
  };

/** The directory in Cosmos: one document a person, and a pointer from each identity. */
export const cosmosPeople = (parts: PeopleParts): People => {
  const load = loading(parts);
  return {
    byIdentity: finding(parts),
    load,
    known: (id, command, within) =>
      isRecorded(parts.shelves.work, { pk: personPartition(id), command }, within),
    all: listing(parts),
    save: saving(parts),
    recordLookup: recording({ ...parts, load }),
    captureReference: capturing({ ...parts, load }),
  };
};
