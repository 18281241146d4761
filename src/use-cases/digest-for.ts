import { digestMoment } from '../domain/absence';
import { newOutboxId, type OutboxId } from '../domain/ids';
import { type OutboxEntry } from '../domain/outbox';
import { type Person } from '../domain/people';
import { type Instant } from '../domain/time';
import { type World } from './world';

type Needs = Pick<World, 'calendar' | 'derive'>;

/** One a day and person: whatever else rings that day says the same again. */
export const digestFor = ({ calendar, derive }: Needs, reader: Person, now: Instant): OutboxEntry => {
  const { id: to } = reader;
  const { on, at } = digestMoment(reader, now, calendar);
  return { id: newOutboxId(derive, 'digest', to, on), errand: { kind: 'digest', to, on }, at };
};

/** For whoever is to hear from now on what they were not told before: also where the digest of the day is theirs already. */
export const digestAnew = (
  { calendar, derive }: Needs,
  reader: Person,
  { now, cause }: { readonly now: Instant; readonly cause: OutboxId },
): OutboxEntry => {
  const { id: to } = reader;
  const { on, at } = digestMoment(reader, now, calendar);
  const id = newOutboxId(derive, 'digest-anew', to, cause);
  return { id, errand: { kind: 'digest', to, on, since: now }, at };
};
