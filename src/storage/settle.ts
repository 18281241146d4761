import { type OutboxEntry } from '../domain/outbox';
import { type Instant, plusMs } from '../domain/time';
import { type Within } from '../use-cases/ports/common';
import { type Outbox, type OutboxFile } from '../use-cases/ports/outbox';
import { type Shelf } from './database/shelf';
import { CHANNEL_PLACE } from './documents/channel-document';
import { outboxDocument } from './documents/outbox-document';
import { PERSON_ID, toPersonFile } from './documents/person-document';
import { personPartition, versionOf } from './documents/stored';

/** How long an entry rests that was set to wait just as its reference came. */
const REST_MS = 60_000;

type Shelved = { readonly work: Shelf; readonly ops: Shelf };

type Looked = { readonly isReached: boolean; readonly now: Instant };

const look = async ({ work, ops }: Shelved, { errand }: OutboxEntry, within: Within): Promise<Looked> => {
  if (!('to' in errand)) {
    const { value, now } = await ops.read(CHANNEL_PLACE, within);
    return { isReached: value !== undefined, now };
  }
  const { value, now } = await work.read({ id: PERSON_ID, pk: personPartition(errand.to) }, within);
  return { isReached: value !== undefined && toPersonFile(value).reference !== undefined, now };
};

/**
 * An entry that waits is released by the capture of a reference. One captured just before would be missed, so it is
 * looked for once more after; and until that look has ended well the entry stays due after a rest, so that a look that
 * fails, or a crash before it, does not leave it waiting for what is there.
 */
const wait = async (shelves: Shelved, file: OutboxFile, within: Within): Promise<void> => {
  const { isReached, now } = await look(shelves, file.entry, within);
  const state = isReached ? 'pending' : 'waiting';
  const rests = outboxDocument({ ...file, state, outboxAt: plusMs(now, REST_MS) });
  const { value } = await shelves.work.replace(rests, file.version, within);
  if (value === undefined || isReached) return;
  if ((await look(shelves, file.entry, within)).isReached) return;
  await shelves.work.replace(outboxDocument({ ...file, state }), versionOf(value), within);
};

export const settling =
  (shelves: Shelved): Outbox['settle'] =>
  async (file, state, within) => {
    if (state === 'waiting') return wait(shelves, file, within);
    await shelves.work.replace(outboxDocument({ ...file, state }), file.version, within);
  };
