import { subscribe } from 'node:diagnostics_channel';
import { type ClientRequest } from 'node:http';
import { metrics } from '@opentelemetry/api';
import { createLog } from '../../src/log';
import { azureMonitor } from '../../src/telemetry/azure-monitor';
import { provideTelemetry } from '../../src/telemetry/providers';
import { traced } from '../../src/tracing';

const hosts: string[] = [];
subscribe('http.client.request.start', message => {
  hosts.push((message as { readonly request: ClientRequest }).request.host);
});

/** A process that has something to tell: three kinds of telemetry to the address in its settings, then the end. */
const main = async (): Promise<void> => {
  const failed: unknown[] = [];
  const credential = {
    getToken: (scopes: string | string[]) =>
      Promise.resolve({
        token: `identity for ${String(scopes)}`,
        expiresOnTimestamp: Date.now() + 3_600_000,
      }),
  };
  const insights = process.env['INSIGHTS'] ?? '';
  const telemetry = provideTelemetry(
    azureMonitor({ insights, credential, failed: what => failed.push(what), environment: process.env }),
  );
  createLog(undefined, telemetry.keep)('turn-failed', {
    correlation: 'c-1',
    verb: 'open-case',
    text: 'Kanari',
  });
  metrics.getMeter('test').createCounter('outbox.sent').add(3, { cause: 'throttled', person: 'Kanari' });
  await traced({ name: 'open-case', kind: 'turn', marks: { verb: 'open-case', place: 'chat' } }, () =>
    traced({ name: 'database read', kind: 'request', marks: { container: 'work' } }, () => Promise.resolve()),
  );
  const began = performance.now();
  await telemetry.close(2_000);
  const closedInMs = performance.now() - began;
  process.stdout.write(`${JSON.stringify({ failed, hosts, closedInMs })}\n`);
  process.exit();
};

void main();
