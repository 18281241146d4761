import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type Envelope, startIngestion } from './ingestion';

const ROOT = join(__dirname, '..', '..');
const KEY = '11111111-2222-4333-8444-555555555555';
const Told = z.object({ failed: z.array(z.unknown()), hosts: z.array(z.string()), closedInMs: z.number() });

/** A process of its own sends there, and ends; what it found, and what it left on the disk. */
const sendTo = async ({ url, ca }: { readonly url: string; readonly ca: string }) => {
  const insights = `InstrumentationKey=${KEY};IngestionEndpoint=${url}/`;
  const temporary = mkdtempSync(join(tmpdir(), 'sender-'));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'test', 'telemetry', 'sender.ts')],
    {
      cwd: ROOT,
      env: { ...process.env, NODE_EXTRA_CA_CERTS: ca, INSIGHTS: insights, TMPDIR: temporary },
    },
  );
  const left = readdirSync(temporary).filter(name => !name.startsWith('tsx-'));
  rmSync(temporary, { recursive: true, force: true });
  return { ...Told.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')), left };
};

const ofKind = (envelopes: readonly Envelope[], kind: string) =>
  envelopes.filter(({ data }) => data.baseType === kind).map(({ data }) => data.baseData);

describe('azureMonitor', () => {
  it('sends traces, metrics and logs to the address of the connection string, as the identity', async () => {
    const ingestion = await startIngestion();

    const told = await sendTo(ingestion);

    await ingestion.close();
    const envelopes = ingestion.heard.flatMap(({ envelopes: all }) => all);
    const whom = new Set(ingestion.heard.map(({ authorization }) => authorization));
    expect([...whom]).toEqual(['Bearer identity for https://monitor.azure.com/.default']);
    expect(told.failed).toEqual([]);
    expect(ofKind(envelopes, 'MessageData')).toMatchObject([
      {
        message: 'turn-failed',
        severityLevel: 'Error',
        properties: { correlation: 'c-1', verb: 'open-case' },
      },
    ]);
    expect(ofKind(envelopes, 'RequestData')).toMatchObject([
      { name: 'open-case', success: true, properties: { verb: 'open-case', place: 'chat' } },
    ]);
    expect(ofKind(envelopes, 'RemoteDependencyData')).toMatchObject([
      { name: 'database read', properties: { container: 'work' } },
    ]);
    expect(ofKind(envelopes, 'MetricData')).toContainEqual(
      expect.objectContaining({
        metrics: [expect.objectContaining({ name: 'outbox.sent', value: 3, count: 1 })],
        properties: { cause: 'throttled' },
      }),
    );
    expect(JSON.stringify(envelopes)).not.toContain('Kanari');
  }, 60_000);

  it('asks nobody else, counts nothing for its maker, and lays nothing on the disk', async () => {
    const ingestion = await startIngestion(() => ({ status: 403 }));

    const told = await sendTo(ingestion);

    await ingestion.close();
    expect([...new Set(told.hosts)]).toEqual(['127.0.0.1']);
    expect(told.left).toEqual([]);
  }, 60_000);

  it('takes the identity’s token nowhere else, wherever the service leads', async () => {
    const elsewhere = await startIngestion();
    const ingestion = await startIngestion(() => ({ status: 308, location: elsewhere.url }));

    const told = await sendTo(ingestion);

    await ingestion.close();
    await elsewhere.close();
    expect(ingestion.heard.length).toBeGreaterThan(0);
    expect(elsewhere.heard).toEqual([]);
    expect(told.failed).toContainEqual({ status: 308 });
  }, 60_000);

  it('ends in time when nobody is there', async () => {
    const ingestion = await startIngestion();
    await ingestion.close();

    const told = await sendTo(ingestion);

    expect(told.closedInMs).toBeLessThan(3_000);
    expect(told.hosts.length).toBeGreaterThan(0);
  }, 60_000);
});
