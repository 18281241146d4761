import { type Digest } from '../audit/event';
import { type Committed, type Within } from '../use-cases/ports/common';
import { type People, type PersonFile } from '../use-cases/ports/people';
import { jitter } from './database/bounded';
import { recorded } from './documents/audit-document';
import { outboxSteps } from './documents/outbox-document';
import { personDocument } from './documents/person-document';
import { personPartition } from './documents/stored';
import { storageFault } from './faults';
import { type Shelves } from './shelves';

type Parts = {
  readonly shelves: Pick<Shelves, 'work'>;
  readonly load: People['load'];
  readonly digest: Digest;
};
type Lookup = Parameters<People['recordLookup']>[0];

const record = (
  { shelves, digest }: Parts,
  { by, fact, outbox = [] }: Lookup,
  within: Within,
): Promise<Committed> => {
  const pk = personPartition(by.person.id);
  const steps = recorded({ pk, fact, head: by.head, digest }, head => [
    { do: 'replace', document: personDocument({ ...by, head }), version: by.version },
    ...outboxSteps(pk, outbox),
  ]);
  return shelves.work.batch(pk, steps, within);
};

/** The reader as they are now, after a while that grows with every attempt. */
export const reloaded = async (
  load: People['load'],
  { by, attempt }: { readonly by: PersonFile; readonly attempt: number },
  within: Within,
): Promise<PersonFile> => {
  await jitter(attempt, within);
  const file = await load(by.person.id, within);
  if (file === undefined) throw storageFault('reading a person again');
  return file;
};

/** One batch; when the same person does several things at once, the event is chained again until the deadline. */
export const recording = (parts: Parts): People['recordLookup'] => {
  const attempt = async (lookup: Lookup, within: Within, attempts: number): Promise<void> => {
    if ((await record(parts, lookup, within)) !== 'changed-meanwhile') return;
    const by = await reloaded(parts.load, { by: lookup.by, attempt: attempts }, within);
    await attempt({ ...lookup, by }, within, attempts + 1);
  };
  return (lookup, within) => attempt(lookup, within, 0);
};
