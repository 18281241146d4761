import { type Instant } from '../domain/time';
import { type Within } from '../use-cases/ports/common';
import { type Outbox, type OutboxCounts, type OutboxState } from '../use-cases/ports/outbox';
import { type Shelf } from './database/shelf';
import { dueAt } from './documents/outbox-document';
import { readLease } from './lease';

const counting =
  (work: Shelf, within: Within) =>
  (state: OutboxState): Promise<number> =>
    work.count({ where: 'c.outboxState = @state', values: { state } }, within);

const oldestDue = async (work: Shelf, now: Instant, within: Within): Promise<Instant | undefined> => {
  const first = { by: 'outboxAt', limit: 1 };
  const [found] = await work.query({ where: 'c.outboxAt <= @now', values: { now }, first }, within);
  return found === undefined ? undefined : dueAt(found);
};

/** In the order of the counts. */
const STATES: readonly OutboxState[] = ['pending', 'claimed', 'sending', 'waiting', 'dead'];

/** Who leads, while the lease lasts by the database's own time; the epoch outlives it. */
const leadership = async (ops: Shelf, within: Within): Promise<Pick<OutboxCounts, 'leader' | 'epoch'>> => {
  const { lease, now } = await readLease(ops, within);
  if (lease === undefined) return {};
  return { epoch: lease.epoch, ...(lease.until > now ? { leader: lease.holder } : {}) };
};

/** How the outbox stands: for the landing page and the operators, never for a decision. */
export const countsIn =
  (work: Shelf, ops: Shelf): Outbox['counts'] =>
  async (now, within) => {
    const [pending = 0, claimed = 0, sending = 0, waiting = 0, dead = 0] = await Promise.all(
      STATES.map(counting(work, within)),
    );
    const due = await work.count({ where: 'c.outboxAt <= @now', values: { now } }, within);
    const oldestDueAt = await oldestDue(work, now, within);
    return {
      ...{ pending, due, inFlight: claimed + sending, waiting, dead },
      ...(oldestDueAt === undefined ? {} : { oldestDueAt }),
      ...(await leadership(ops, within)),
    };
  };
