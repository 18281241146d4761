import { digestMoment } from '../domain/absence';
import { newOutboxId } from '../domain/ids';
import { type OutboxEntry } from '../domain/outbox';
import { type Person } from '../domain/people';
import { type Instant } from '../domain/time';
import { type World } from './world';

/** One a day and person: whatever else rings that day says the same again. */
export const digestFor = (
  { calendar, derive }: Pick<World, 'calendar' | 'derive'>,
  reader: Person,
  now: Instant,
): OutboxEntry => {
  const { id: to } = reader;
  const { on, at } = digestMoment(reader, now, calendar);
  return { id: newOutboxId(derive, 'digest', to, on), errand: { kind: 'digest', to, on }, at };
};
