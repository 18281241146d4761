import { metrics } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { createDoorMeters, createMeters } from '../src/metrics';
import { plusMs } from '../src/domain/time';
import { type OutboxCounts } from '../src/use-cases/ports/outbox';
import { NOON } from './builders/ids';

const STANDING: OutboxCounts = {
  ...{ pending: 5, due: 2, inFlight: 1, waiting: 3, dead: 4 },
  ...{ oldestDueAt: plusMs(NOON, -90_000), leader: 'replica-a', epoch: 7 },
};

const aMeter = (
  counts: () => Promise<OutboxCounts> = () => Promise.resolve(STANDING),
  holder = 'replica-a',
) => {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
  const provider = new MeterProvider({ readers: [reader] });
  let asked = 0;
  const outbox = {
    counts: () => {
      asked += 1;
      return counts();
    },
  };
  const meters = createMeters({ meter: provider.getMeter('test'), outbox, holder, now: () => NOON });
  const collected = async () => {
    await reader.forceFlush().catch(() => undefined);
    const all =
      exporter
        .getMetrics()
        .at(-1)
        ?.scopeMetrics.flatMap(({ metrics: each }) => each) ?? [];
    return Object.fromEntries(
      all.map(({ descriptor, dataPoints }) => [
        descriptor.name,
        dataPoints.map(({ attributes, value }) => ({ ...attributes, value })),
      ]),
    );
  };
  return { meters, collected, asked: () => asked, close: () => provider.shutdown() };
};

describe('createMeters', () => {
  it('tells how the outbox stands when somebody collects, and asks for it only then', async () => {
    const { collected, asked, close } = aMeter();
    const before = asked();

    const told = await collected();

    expect([before, asked()]).toEqual([0, 1]);
    expect(
      Object.fromEntries(Object.entries(told).map(([name, points]) => [name, points[0]?.value])),
    ).toEqual({
      'outbox.pending': 5,
      'outbox.due': 2,
      'outbox.in_flight': 1,
      'outbox.waiting': 3,
      'outbox.dead': 4,
      'outbox.oldest_due': 90,
      'outbox.epoch': 7,
      'outbox.leader': 1,
    });
    await close();
  });

  it('tells a standby that it does not lead, and that nothing is due', async () => {
    const { oldestDueAt: _, epoch: __, ...empty } = STANDING;
    const { collected, close } = aMeter(() => Promise.resolve({ ...empty, due: 0 }), 'replica-b');

    const told = await collected();

    const values = ['outbox.leader', 'outbox.oldest_due', 'outbox.epoch'].map(name => told[name]);
    expect(values).toEqual([[{ value: 0 }], [{ value: 0 }], [{ value: 0 }]]);
    await close();
  });

  it('counts what was sent, how late, and what became of the rest, by kind and nothing else', async () => {
    const { meters, collected, close } = aMeter();

    meters.sent(1_500);
    meters.sent(-3);
    meters.postponed('throttled');
    meters.postponed('throttled');
    meters.postponed('ambiguous');
    meters.settled('dead');
    const told = await collected();

    expect(told['outbox.sent']).toEqual([{ value: 2 }]);
    expect(told['outbox.postponed']).toEqual([
      { cause: 'throttled', value: 2 },
      { cause: 'ambiguous', value: 1 },
    ]);
    expect(told['outbox.settled']).toEqual([{ state: 'dead', value: 1 }]);
    expect(told['outbox.lateness']).toMatchObject([{ value: { count: 2, sum: 1.5, min: 0, max: 1.5 } }]);
    await close();
  });

  it('keeps counting when the database cannot be asked', async () => {
    const { meters, collected, close } = aMeter(() => Promise.reject(new Error('down')));

    meters.sent(0);
    const told = await collected();

    expect(told['outbox.sent']).toEqual([{ value: 1 }]);
    expect(told).not.toHaveProperty('outbox.dead');
    await close();
  });

  it('costs nothing where nobody collects', () => {
    const counts = jest.fn();
    const meter = metrics.getMeter('nobody');

    const meters = createMeters({ meter, outbox: { counts }, holder: 'a', now: () => NOON });
    meters.sent(1);

    expect(counts).not.toHaveBeenCalled();
  });
});

describe('createDoorMeters', () => {
  it('counts turns by kind and end, in seconds, and refusals by status', async () => {
    const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
    const provider = new MeterProvider({ readers: [reader] });
    const door = createDoorMeters(provider.getMeter('test'));

    door.turn(250, { kind: 'press', outcome: 'answered' });
    door.turn(750, { kind: 'press', outcome: 'answered' });
    door.refused(401);

    await reader.forceFlush();
    const [turns, refused] = exporter.getMetrics()[0]?.scopeMetrics[0]?.metrics ?? [];
    expect(turns?.dataPoints).toMatchObject([
      { attributes: { kind: 'press', outcome: 'answered' }, value: { count: 2, sum: 1 } },
    ]);
    expect(refused?.dataPoints).toMatchObject([{ attributes: { status: 401 }, value: 1 }]);
    await provider.shutdown();
  });
});
