import { type Posted } from '../../src/domain/posted';
import { type Instant, instantOf, plusMs } from '../../src/domain/time';
import {
  type Beside,
  type Outbox,
  type OutboxFile,
  type OutboxState,
} from '../../src/use-cases/ports/outbox';
import { addEntry, keepEntry, type KeptEntry, nextVersion, type StoreState, turn } from './store-state';

/** Time, as a database tells it in the header of its answer: in whole seconds. */
const clockOf = ({ now }: StoreState): Instant =>
  instantOf(new Date(Math.floor(Date.parse(now) / 1_000) * 1_000));

const kept = (state: StoreState, file: OutboxFile): KeptEntry | undefined => {
  const found = state.outbox.get(`${file.partition}/${file.entry.id}`);
  return found?.version === file.version ? found : undefined;
};

/** Over what was read, or not at all. */
const change = (
  state: StoreState,
  file: OutboxFile,
  to: Partial<Omit<KeptEntry, 'outboxAt'>> & { readonly outboxAt: Instant | undefined },
): KeptEntry | undefined => {
  const found = kept(state, file);
  if (found === undefined) return undefined;
  const { outboxAt: _, ...rest } = found;
  const { outboxAt, ...changed } = to;
  return keepEntry(state, { ...rest, ...changed, ...(outboxAt === undefined ? {} : { outboxAt }) });
};

const place = (state: StoreState, { entry: { errand } }: OutboxFile, posted: Posted): void => {
  if (errand.kind === 'digest')
    state.digests.set(errand.to, { posted, on: errand.on, sentAt: clockOf(state) });
  if (errand.kind === 'post-item' || errand.kind === 'edit-item') {
    const key = `${errand.caseId}/${errand.meetingId}`;
    const found = state.items.get(key);
    if (found !== undefined)
      state.items.set(key, { ...found, item: { ...found.item, posted }, version: nextVersion(state) });
  }
  if (errand.kind === 'post-agenda' || errand.kind === 'edit-agenda') {
    const found = state.meetings.get(errand.meetingId);
    if (found !== undefined)
      state.meetings.set(errand.meetingId, {
        ...found,
        meeting: { ...found.meeting, posted },
        version: nextVersion(state),
      });
  }
};

const leading =
  (state: StoreState): Outbox['lead'] =>
  async (holder, leaseMs, within) => {
    await turn(within);
    const [now, held] = [clockOf(state), state.lease];
    const isLive = held !== undefined && held.until > now;
    if (isLive && held.holder !== holder) return { value: undefined, now };
    const epoch = isLive ? held.epoch : (held?.epoch ?? 0) + 1;
    state.lease = { holder, epoch, until: plusMs(now, leaseMs), version: nextVersion(state) };
    return { value: state.lease, now };
  };

const dueAt = (state: StoreState, now: Instant): readonly KeptEntry[] =>
  [...state.outbox.values()]
    .filter(({ outboxAt }) => outboxAt !== undefined && outboxAt <= now)
    .sort((one, other) => (one.outboxAt ?? '').localeCompare(other.outboxAt ?? ''));

const REST_MS = 60_000;
/** A reference that came while somebody made up their mind to wait for it. */
const canBeReached = (state: StoreState, { entry: { errand } }: OutboxFile): boolean =>
  'to' in errand ? state.people.get(errand.to)?.reference !== undefined : state.channel !== undefined;

const settling = (state: StoreState): Pick<Outbox, 'acknowledge' | 'postpone' | 'settle'> => ({
  acknowledge: async (file, posted, within) => {
    await turn(within);
    const sent = change(state, file, { state: 'sent', outboxAt: undefined });
    if (sent !== undefined && posted !== undefined) place(state, file, posted);
  },
  postpone: async (file, at, within) => {
    await turn(within);
    change(state, file, { state: 'pending', outboxAt: at });
  },
  settle: async (file, to, within) => {
    await turn(within);
    const isReached = to === 'waiting' && canBeReached(state, file);
    const rest = { state: 'pending' as const, outboxAt: plusMs(clockOf(state), REST_MS) };
    change(state, file, isReached ? rest : { state: to, outboxAt: undefined });
  },
});

const partitionOf = (beside: Beside): string => {
  if ('person' in beside) return `person:${beside.person}`;
  return 'caseId' in beside ? `case:${beside.caseId}` : `meeting:${beside.meetingId}`;
};

/** The outbox in memory. */
export const fakeOutbox = (state: StoreState): Outbox => ({
  lead: leading(state),
  resign: async (lease, within) => {
    await turn(within);
    if (state.lease?.version === lease.version)
      state.lease = { ...lease, until: instantOf(new Date(0)), version: nextVersion(state) };
  },
  due: async (now, limit, within) => {
    await turn(within);
    return dueAt(state, now).slice(0, limit);
  },
  claim: async (file, { until, epoch }, within) => {
    await turn(within);
    return epoch < file.epoch ? undefined : change(state, file, { state: 'claimed', epoch, outboxAt: until });
  },
  intend: async (file, within) => {
    await turn(within);
    const { outboxAt } = kept(state, file) ?? {};
    return change(state, file, { state: 'sending', attempts: file.attempts + 1, outboxAt });
  },
  ...settling(state),
  add: async (beside, entry, within) => {
    await turn(within);
    return addEntry(state, partitionOf(beside), entry);
  },
  deadLetter: async (id, within) => {
    await turn(within);
    return [...state.outbox.values()].find(one => one.entry.id === id && one.state === 'dead');
  },
  retry: async (file, at, within) => {
    await turn(within);
    if (file.state !== 'dead') return false;
    return change(state, file, { state: 'pending', attempts: 0, outboxAt: at }) !== undefined;
  },
  lastDigest: async (person, within) => {
    await turn(within);
    const isUnderWay = [...state.outbox.values()].some(
      ({ partition, entry: { errand }, state: one }) =>
        partition === `person:${person}` && errand.kind === 'digest' && ['claimed', 'sending'].includes(one),
    );
    if (isUnderWay) return 'under-way';
    const last = state.digests.get(person);
    return last && { posted: last.posted, on: last.on };
  },
  lastDigestAt: async (person, within) => {
    await turn(within);
    return state.digests.get(person)?.sentAt;
  },
  counts: async (now, within) => {
    await turn(within);
    const count = (...states: readonly OutboxState[]): number =>
      [...state.outbox.values()].filter(one => states.includes(one.state)).length;
    const due = dueAt(state, now);
    const oldestDueAt = due[0]?.outboxAt;
    return {
      ...{ pending: count('pending'), due: due.length, inFlight: count('claimed', 'sending') },
      ...{ waiting: count('waiting'), dead: count('dead') },
      ...(oldestDueAt && { oldestDueAt }),
      ...(state.lease && state.lease.until > clockOf(state) && { leader: state.lease.holder }),
      ...(state.lease && { epoch: state.lease.epoch }),
    };
  },
  troubles: async within => {
    await turn(within);
    return [...state.outbox.values()].flatMap(({ entry, state: one, storedAt }) =>
      one === 'dead' || one === 'waiting' ? [{ entry, state: one, since: storedAt }] : [],
    );
  },
});
