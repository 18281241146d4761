import { z } from 'zod';
import { type Instant, plusMs } from '../domain/time';
import * as ids from '../ids';
import { type Within } from '../use-cases/ports/common';
import { type Lease, type Outbox } from '../use-cases/ports/outbox';
import { type Shelf } from './database/shelf';
import { type Document } from './database/steps';
import { SCHEMA, Stored, versionOf } from './documents/stored';

const LeaseDocument = z.object({
  ...Stored,
  type: z.literal('lease'),
  holder: z.string(),
  epoch: z.number(),
  until: ids.Instant,
});
const PLACE = { id: 'lease', pk: 'lease' };
const LONG_AGO = '1970-01-01T00:00:00.000Z';

type Term = Omit<Lease, 'version'>;
const leaseDocument = ({
  holder,
  epoch,
  until,
}: Omit<Term, 'until'> & { readonly until: string }): Document => ({
  ...PLACE,
  schema: SCHEMA,
  type: 'lease',
  holder,
  epoch,
  until,
});
const toLease = (document: unknown): Lease => {
  const { holder, epoch, until, _etag } = LeaseDocument.parse(document);
  return { holder, epoch, until, version: _etag };
};

type Asking = { readonly holder: string; readonly now: Instant; readonly leaseMs: number };

/** A lease that has not ended is renewed in its epoch; one that has begins a new one, whoever had it. */
const nextTerm = (found: Lease | undefined, { holder, now, leaseMs }: Asking): Term | undefined => {
  const until = plusMs(now, leaseMs);
  if (found === undefined) return { holder, epoch: 1, until };
  if (found.until <= now) return { holder, epoch: found.epoch + 1, until };
  return found.holder === holder ? { holder, epoch: found.epoch, until } : undefined;
};

export const readLease = async (
  shelf: Shelf,
  within: Within,
): Promise<{ readonly lease: Lease | undefined; readonly now: Instant }> => {
  const { value, now } = await shelf.read(PLACE, within);
  return { lease: value === undefined ? undefined : toLease(value), now };
};

/** One document that only one can hold, judged by the time of the very answers that read and wrote it. */
export const leaseIn = (shelf: Shelf): Pick<Outbox, 'lead' | 'resign'> => ({
  lead: async (holder, leaseMs, within) => {
    const { lease, now } = await readLease(shelf, within);
    const term = nextTerm(lease, { holder, now, leaseMs });
    if (term === undefined) return { value: undefined, now };
    const document = leaseDocument(term);
    const stored = await (lease === undefined
      ? shelf.create(document, within)
      : shelf.replace(document, lease.version, within));
    const value = stored.value === undefined ? undefined : { ...term, version: versionOf(stored.value) };
    return { value, now: stored.now };
  },
  resign: async (lease, within) => {
    await shelf.replace(leaseDocument({ ...lease, until: LONG_AGO }), lease.version, within);
  },
});
