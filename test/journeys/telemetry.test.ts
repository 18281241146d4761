import { readFileSync } from 'node:fs';
import pino from 'pino';
import { InMemoryLogRecordExporter } from '@opentelemetry/sdk-logs';
import { AggregationTemporality, InMemoryMetricExporter } from '@opentelemetry/sdk-metrics';
import { InMemorySpanExporter } from '@opentelemetry/sdk-trace-base';
import { metrics, trace } from '@opentelemetry/api';
import { createLog } from '../../src/log';
import { provideTelemetry, type Telemetry } from '../../src/telemetry/providers';
import { type Company, gather, giveTask, published, refer, type Sent } from './company';
import { CANARY, everyVerbOn, NUMBER, withCanaries } from './with-canaries';

const PEOPLE = ['koordinator', 'innmelder-mo', 'ansvarlig', 'tilgangsansvarlig'];

/** The exporters lose what they hold when they are shut down: what came is written down before that. */
const told: { spans: string[]; metrics: string[]; records: string[] } = {
  spans: [],
  metrics: [],
  records: [],
};
let company: Company;
let sent: Sent;
let everything: string;
let names: readonly string[];

const plain = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) =>
    key === 'resource' || key.startsWith('_sp') ? undefined : inner,
  );

/** Every verb with canaries; at every other one the database refuses one of the first requests. */
const pressAll = async (draftId: string, faults: { at: number; seen: number }): Promise<void> => {
  for (const [index, [verb, data]] of everyVerbOn(sent, draftId).entries()) {
    Object.assign(faults, { at: index % 2 === 0 ? 0 : 1 + (index % 7), seen: 0 });
    await company.player('koordinator').sends(verb, { ...withCanaries(data), nonce: CANARY });
  }
  Object.assign(faults, { at: 0 });
};

const journey = async (telemetry: Telemetry): Promise<void> => {
  const faults = { at: 0, seen: 0 };
  company = await gather(PEOPLE, {
    log: createLog(pino({ base: null }, { write: () => undefined }), telemetry.keep),
    fault: ({ kind }) => {
      if (kind === 'metadata') return Promise.resolve(undefined);
      faults.seen += 1;
      return Promise.resolve(faults.seen === faults.at ? { kind: 'answer', status: 400 } : undefined);
    },
  });
  sent = await published(company, { values: { words: CANARY }, identity: { name: CANARY } });
  await giveTask(company, sent, { title: 'clarify-living', owner: 'ansvarlig', due: '2026-12-03' });
  const { caseId: draftId } = await refer(company);
  await company.player('koordinator').says(`sak ${CANARY}`);
  await company.player('koordinator').says(NUMBER);
  await pressAll(draftId, faults);
  await company.settle();
};

beforeAll(async () => {
  const spans = new InMemorySpanExporter();
  const counts = new InMemoryMetricExporter(AggregationTemporality.DELTA);
  const records = new InMemoryLogRecordExporter();
  spans.shutdown = () => {
    told.spans = spans.getFinishedSpans().map(span => plain(span));
    return Promise.resolve();
  };
  counts.shutdown = () => {
    told.metrics = counts.getMetrics().map(metric => plain(metric));
    return Promise.resolve();
  };
  records.shutdown = () => {
    told.records = records.getFinishedLogRecords().map(record => plain(record));
    return Promise.resolve();
  };
  const telemetry = provideTelemetry({ spans, metrics: counts, records });
  await journey(telemetry);
  await telemetry.close(10_000);
  names = company.world.setup.people.flatMap(({ id, name, identities, workPhone }) => [
    ...[id, name, workPhone ?? NUMBER],
    ...identities.flatMap(({ tenantId, objectId }) => [tenantId, objectId]),
  ]);
  everything = [...told.spans, ...told.metrics, ...told.records].join('\n');
}, 120_000);
afterAll(async () => {
  trace.disable();
  metrics.disable();
  await company.leave();
});

describe('what is told to Azure Monitor', () => {
  it('T25 holds no word and no number that anybody wrote', () => {
    expect(told.spans.length).toBeGreaterThan(500);
    expect(told.records.length).toBeGreaterThan(20);
    expect(new RegExp(`.{0,80}(?:${CANARY}|${NUMBER}).{0,80}`).exec(everything)).toBeNull();
  });

  it('T25 holds no person, no account and no tenant', () => {
    const known = [...new Set(names)].filter(name => name.length > 3);

    expect(known.length).toBeGreaterThan(20);
    expect(known.filter(name => everything.includes(name))).toEqual([]);
  });

  it('T25 holds no case in traces and metrics', () => {
    const traced = [...told.spans, ...told.metrics].join('\n');

    expect([sent.caseId, sent.code].filter(id => traced.includes(id))).toEqual([]);
  });

  it('holds every metric that an alert waits for', () => {
    const alerts = readFileSync('infra/modules/alerts.bicep', 'utf8');
    const waited = [...alerts.matchAll(/AppMetrics \| where Name == "([^"]+)"/g)].map(
      ([, name = '']) => name,
    );

    expect(waited.length).toBeGreaterThan(2);
    expect(waited.filter(name => !told.metrics.some(metric => metric.includes(`"name":"${name}"`)))).toEqual(
      [],
    );
  });
});
