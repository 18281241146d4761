import { type OutboxEntry } from '../domain/outbox';
import { plusMs } from '../domain/time';
import { type Within } from '../use-cases/ports/common';
import { type Outbox } from '../use-cases/ports/outbox';
import { type Shelf } from './database/shelf';
import { CHANNEL_PLACE } from './documents/channel-document';
import { outboxDocument } from './documents/outbox-document';
import { PERSON_ID, toPersonFile } from './documents/person-document';
import { personPartition, versionOf } from './documents/stored';

/** How long an entry rests that was set to wait just as its reference came. */
const REST_MS = 60_000;

type Shelved = { readonly work: Shelf; readonly ops: Shelf };

const canBeReached = async (
  { work, ops }: Shelved,
  { errand }: OutboxEntry,
  within: Within,
): Promise<boolean> => {
  if (!('to' in errand)) {
    const { value } = await ops.read(CHANNEL_PLACE, within);
    return value !== undefined;
  }
  const { value } = await work.read({ id: PERSON_ID, pk: personPartition(errand.to) }, within);
  return value !== undefined && toPersonFile(value).reference !== undefined;
};

/**
 * An entry that waits is released by the capture of a reference. One captured between the look and the wait would be
 * missed, so it is looked for once more after.
 */
export const settling =
  (shelves: Shelved): Outbox['settle'] =>
  async (file, state, within) => {
    const { work } = shelves;
    const { value, now } = await work.replace(outboxDocument({ ...file, state }), file.version, within);
    if (value === undefined || state !== 'waiting') return;
    if (!(await canBeReached(shelves, file.entry, within))) return;
    const again = outboxDocument({ ...file, state: 'pending', outboxAt: plusMs(now, REST_MS) });
    await work.replace(again, versionOf(value), within);
  };
