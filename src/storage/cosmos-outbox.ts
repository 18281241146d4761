import { type OutboxEntry } from '../domain/outbox';
import { type Posted } from '../domain/posted';
import { instantOf } from '../domain/time';
import { type Beside, type Outbox, type OutboxFile } from '../use-cases/ports/outbox';
import { type Shelf } from './database/shelf';
import { type Step } from './database/steps';
import { digestDocument } from './documents/digest-document';
import { itemId } from './documents/item-document';
import { MEETING_ID } from './documents/meeting-document';
import {
  carriable,
  outboxDocument,
  outboxId,
  pendingDocument,
  toOutboxFile,
  toStoredOutbox,
} from './documents/outbox-document';
import { casePartition, meetingPartition, personPartition } from './documents/stored';
import { lastDigestAtIn, lastDigestIn } from './last-digest';
import { leaseIn } from './lease';
import { countsIn } from './outbox-counts';
import { type Shelves } from './shelves';
import { settling } from './settle';

export type OutboxParts = { readonly shelves: Pick<Shelves, 'work' | 'ops'> };

const fileFrom = (document: unknown): OutboxFile | undefined =>
  document === undefined ? undefined : toOutboxFile(document);

const dueIn =
  (work: Shelf): Outbox['due'] =>
  async (now, limit, within) => {
    const first = { by: 'outboxAt', limit };
    const found = await work.query({ where: 'c.outboxAt <= @now', values: { now }, first }, within);
    return carriable(found).map(toOutboxFile);
  };

/** Claimed only over what was read, and never for an epoch that has passed. */
const claiming =
  (work: Shelf): Outbox['claim'] =>
  async (file, { until, epoch }, within) => {
    if (epoch < file.epoch) return undefined;
    const document = outboxDocument({ ...file, state: 'claimed', epoch, outboxAt: until });
    return fileFrom((await work.replace(document, file.version, within)).value);
  };

/** In place, so that the entry stays due at the end of the lease. */
const intending =
  (work: Shelf): Outbox['intend'] =>
  async ({ entry, partition, version, attempts }, within) => {
    const set = { outboxState: 'sending', attempts: attempts + 1 };
    return fileFrom((await work.patch({ id: outboxId(entry), pk: partition, version, set }, within)).value);
  };

/** Where the place of a posted message is kept: beside what it shows, in the same partition. */
const placeFor = ({ errand }: OutboxEntry, posted: Posted | undefined): readonly Step[] => {
  if (posted === undefined) return [];
  if (errand.kind === 'post-item' || errand.kind === 'edit-item')
    return [{ do: 'set', id: itemId(errand.meetingId), path: '/item/posted', value: posted }];
  if (errand.kind === 'digest')
    return [{ do: 'put', document: digestDocument(errand.to, { posted, on: errand.on }) }];
  return errand.kind === 'post-agenda' || errand.kind === 'edit-agenda'
    ? [{ do: 'set', id: MEETING_ID, path: '/meeting/posted', value: posted }]
    : [];
};

const acknowledging =
  (work: Shelf): Outbox['acknowledge'] =>
  async (file, posted, within) => {
    const document = outboxDocument({ ...file, state: 'sent' });
    const sent: Step = { do: 'replace', document, version: file.version };
    await work.batch(file.partition, [sent, ...placeFor(file.entry, posted)], within);
  };

const postponing =
  (work: Shelf): Outbox['postpone'] =>
  async (file, at, within) => {
    const document = outboxDocument({ ...file, state: 'pending', outboxAt: at });
    await work.replace(document, file.version, within);
  };

const deadLetterIn =
  (work: Shelf): Outbox['deadLetter'] =>
  async (id, within) => {
    const values = { dead: 'dead', id: outboxId({ id }) };
    const [found] = await work.query({ where: 'c.outboxState = @dead AND c.id = @id', values }, within);
    return fileFrom(found);
  };

/** In the epoch it died in, so that no older leader's claim comes to life with it. */
const retrying =
  (work: Shelf): Outbox['retry'] =>
  async (file, at, within) => {
    if (file.state !== 'dead') return false;
    const document = outboxDocument({ ...file, state: 'pending', attempts: 0, outboxAt: at });
    return (await work.replace(document, file.version, within)).value !== undefined;
  };

const troublesIn =
  (work: Shelf): Outbox['troubles'] =>
  async within => {
    const values = { dead: 'dead', waiting: 'waiting' };
    const found = await work.query({ where: 'c.outboxState IN (@dead, @waiting)', values }, within);
    return carriable(found)
      .map(toStoredOutbox)
      .flatMap(({ file: { entry, state }, storedAt }) =>
        state === 'dead' || state === 'waiting'
          ? [{ entry, state, since: instantOf(new Date(storedAt * 1_000)) }]
          : [],
      );
  };

const partitionOf = (beside: Beside): string => {
  if ('person' in beside) return personPartition(beside.person);
  return 'caseId' in beside ? casePartition(beside.caseId) : meetingPartition(beside.meetingId);
};

/** The outbox in Cosmos: entries lie in the partition of what caused them, and are found by when they are due. */
export const cosmosOutbox = ({ shelves: { work, ops } }: OutboxParts): Outbox => ({
  ...leaseIn(ops),
  due: dueIn(work),
  claim: claiming(work),
  intend: intending(work),
  acknowledge: acknowledging(work),
  postpone: postponing(work),
  settle: settling({ work, ops }),
  add: async (beside, entry, within) =>
    (await work.create(pendingDocument(partitionOf(beside), entry), within)).value !== undefined,
  deadLetter: deadLetterIn(work),
  retry: retrying(work),
  lastDigest: lastDigestIn(work),
  lastDigestAt: lastDigestAtIn(work),
  counts: countsIn(work, ops),
  troubles: troublesIn(work),
});
