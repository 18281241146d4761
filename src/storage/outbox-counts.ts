import { type Instant } from '../domain/time';
import { type Within } from '../use-cases/ports/common';
import { type Outbox, type OutboxState } from '../use-cases/ports/outbox';
import { type Shelf } from './database/shelf';
import { toStoredOutbox } from './documents/outbox-document';
import { readLease } from './lease';

const counting =
  (work: Shelf, within: Within) =>
  (state: OutboxState): Promise<number> =>
    work.count({ where: 'c.outboxState = @state', values: { state } }, within);

const oldestDue = async (work: Shelf, now: Instant, within: Within): Promise<Instant | undefined> => {
  const first = { by: 'outboxAt', limit: 1 };
  const [found] = await work.query({ where: 'c.outboxAt <= @now', values: { now }, first }, within);
  return found === undefined ? undefined : toStoredOutbox(found).outboxAt;
};

/** How the outbox stands: for the landing page and the operators, never for a decision. */
export const countsIn =
  (work: Shelf, ops: Shelf): Outbox['counts'] =>
  async (now, within) => {
    const count = counting(work, within);
    const [pending, claimed, sending, waiting, dead] = await Promise.all(
      (['pending', 'claimed', 'sending', 'waiting', 'dead'] as const).map(count),
    );
    const due = await work.count({ where: 'c.outboxAt <= @now', values: { now } }, within);
    const oldestDueAt = await oldestDue(work, now, within);
    const { lease } = await readLease(ops, within);
    return {
      ...{ pending: pending ?? 0, due, inFlight: (claimed ?? 0) + (sending ?? 0) },
      ...{ waiting: waiting ?? 0, dead: dead ?? 0 },
      ...(oldestDueAt === undefined ? {} : { oldestDueAt }),
      ...(lease === undefined ? {} : { leader: lease.holder, epoch: lease.epoch }),
    };
  };
