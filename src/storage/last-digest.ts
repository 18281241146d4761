import { type Outbox } from '../use-cases/ports/outbox';
import { type Shelf } from './database/shelf';
import { DIGEST_ID, digestAmong, digestStoredAt } from './documents/digest-document';
import { carriable, toOutboxFile } from './documents/outbox-document';
import { personPartition } from './documents/stored';

/** Found in one look: where the last one stands, and whether another is between its send and its acknowledgement. */
export const lastDigestIn =
  (work: Shelf): Outbox['lastDigest'] =>
  async (person, within) => {
    const where = 'c.type = @digest OR c.outboxState IN (@claimed, @sending)';
    const values = { digest: DIGEST_ID, claimed: 'claimed', sending: 'sending' };
    const found = await work.query({ where, values, partition: personPartition(person) }, within);
    const place = digestAmong(found);
    const leaving = carriable(found)
      .filter(document => digestAmong([document]) === undefined)
      .map(toOutboxFile);
    return leaving.some(({ entry }) => entry.errand.kind === 'digest') ? 'under-way' : place;
  };

/** When its place was stored: the batch that says that it was sent. */
export const lastDigestAtIn =
  (work: Shelf): Outbox['lastDigestAt'] =>
  async (person, within) => {
    const { value } = await work.read({ id: DIGEST_ID, pk: personPartition(person) }, within);
    return value === undefined ? undefined : digestStoredAt(value);
  };
