import { type BatchObservableResult, type Meter, type Observable } from '@opentelemetry/api';
import { type Instant } from './domain/time';
import { type Meters } from './reminders/meters';
import { type Outbox, type OutboxCounts } from './use-cases/ports/outbox';

type Counted = {
  readonly meter: Meter;
  readonly outbox: Pick<Outbox, 'counts'>;
  readonly holder: string;
  readonly now: () => Instant;
};

const OBSERVING_MS = 10_000;
/** Whole seconds and longer: what is sent in time, after a backoff, and after an outage. */
const LATENESS_S = [1, 2, 5, 10, 30, 60, 120, 300, 900, 3_600, 14_400];

type Gauge = {
  readonly name: string;
  readonly unit: string;
  readonly description: string;
  readonly read: (counts: OutboxCounts, at: { readonly now: Instant; readonly holder: string }) => number;
};

const secondsSince = (then: Instant | undefined, now: Instant): number =>
  then === undefined ? 0 : Math.max(0, (Date.parse(now) - Date.parse(then)) / 1_000);

const entries = (name: string, description: string, read: Gauge['read']): Gauge => ({
  ...{ name: `outbox.${name}`, unit: '{entry}', description, read },
});

/** Every replica tells the same of the outbox: take the largest, not the sum. Only `leader` is its own. */
const GAUGES: readonly Gauge[] = [
  entries('pending', 'Entries that wait for their time.', ({ pending }) => pending),
  entries('due', 'Entries whose time has come, in nobody’s hands.', ({ due }) => due),
  entries('in_flight', 'Entries in the hands of a leader.', ({ inFlight }) => inFlight),
  entries('waiting', 'Entries without an address yet.', ({ waiting }) => waiting),
  entries('dead', 'Dead letters.', ({ dead }) => dead),
  {
    ...{ name: 'outbox.oldest_due', unit: 's', description: 'Age of the oldest entry that is due.' },
    read: ({ oldestDueAt }, { now }) => secondsSince(oldestDueAt, now),
  },
  {
    ...{ name: 'outbox.epoch', unit: '1', description: 'Terms of leadership so far.' },
    read: ({ epoch }) => epoch ?? 0,
  },
  {
    ...{ name: 'outbox.leader', unit: '1', description: '1 for the replica that leads.' },
    read: ({ leader }, { holder }) => (leader === holder ? 1 : 0),
  },
];

/** Asked of the database when somebody collects, and only then. What cannot be read is not told. */
const observe = ({ meter, outbox, holder, now }: Counted): void => {
  const gauges = GAUGES.map(({ name, unit, description, read }) => ({
    read,
    gauge: meter.createObservableGauge(name, { unit, description }),
  }));
  const observing = async (result: BatchObservableResult): Promise<void> => {
    const at = now();
    const counts = await outbox.counts(at, AbortSignal.timeout(OBSERVING_MS));
    gauges.forEach(({ gauge, read }) => {
      result.observe(gauge, read(counts, { now: at, holder }));
    });
  };
  const observed: Observable[] = gauges.map(({ gauge }) => gauge);
  meter.addBatchObservableCallback(observing, observed);
};

/**
 * The clock's work as OpenTelemetry counts it; without a provider nothing is kept. A provider must be registered before
 * this is called: the instruments are its own.
 */
export const createMeters = (counted: Counted): Meters => {
  const { meter } = counted;
  observe(counted);
  const sent = meter.createCounter('outbox.sent', { unit: '{message}' });
  const postponed = meter.createCounter('outbox.postponed', { unit: '{send}' });
  const settled = meter.createCounter('outbox.settled', { unit: '{entry}' });
  const lateness = meter.createHistogram('outbox.lateness', {
    ...{ unit: 's', description: 'From due to sent.' },
    advice: { explicitBucketBoundaries: LATENESS_S },
  });
  return {
    sent: latenessMs => {
      sent.add(1);
      lateness.record(Math.max(0, latenessMs) / 1_000);
    },
    postponed: cause => {
      postponed.add(1, { cause });
    },
    settled: state => {
      settled.add(1, { state });
    },
  };
};

/** What Teams waits for, up to where it gives up. */
const TURN_S = [0.05, 0.1, 0.25, 0.5, 1, 2, 3.5, 5];

/** What is counted at the door: turns by kind and how they ended, and what did not get that far. */
export const createDoorMeters = (meter: Meter) => {
  const turns = meter.createHistogram('turn.duration', {
    ...{ unit: 's', description: 'From the press or message to its answer.' },
    advice: { explicitBucketBoundaries: TURN_S },
  });
  const refused = meter.createCounter('door.refused', { unit: '{request}' });
  return {
    turn: (ms: number, how: { readonly kind: string; readonly outcome: string }): void => {
      turns.record(ms / 1_000, how);
    },
    refused: (status: number): void => {
      refused.add(1, { status });
    },
  };
};
