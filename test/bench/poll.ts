import { type Bench } from './figure';
import { growthOf } from './growth';
import { DUE, MANY_DUE } from './seed/documents';
import { type Estate, leaveAll, openEstates } from './seed/estate';

const LONG_MS = 60_000;
const within = (): AbortSignal => AbortSignal.timeout(LONG_MS);

/** What the leader asks of every look: the reminders, the cases' clocks, the outbox. */
const look = async ({ world }: Estate): Promise<void> => {
  const { cases, outbox } = world.app.world;
  const due = await cases.remindersDue(DUE, MANY_DUE, within());
  if (due.length !== MANY_DUE) throw new Error(`${String(due.length)} reminders are due.`);
  await cases.clocksDue(DUE, MANY_DUE, within());
  await outbox.due(DUE, MANY_DUE, within());
};

/** A hundred reminders are due, among a thousand open tasks and among a hundred thousand. */
export const poll: Bench = {
  id: 'B3',
  name: 'poll',
  run: async () => {
    const estates = await openEstates([]);
    const variants = estates.map(estate => ({ name: String(estate.size), once: () => look(estate) }));
    const figures = await growthOf({ bench: 'B3', measure: 'due poll, 100 due', variants, most: 1.3 });
    await leaveAll(estates);
    return figures;
  },
};
