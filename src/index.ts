import { createApp } from './app';
import { during } from './doing';
import { createLog, type Log } from './log';
import { anchoringIn } from './storage/anchors/anchoring';
import { type Accounts, openAccounts } from './storage/accounts';
import { createStorage } from './storage/create-storage';
import { managedIdentity, type TokenFor, tokensOf } from './storage/identity';
import { beQuiet, kindOf } from './quiet';
import { serve } from './serve';
import { readSettings, type Settings } from './settings';
import { closed, closeOnSignals } from './shutdown';
import { type Surroundings } from './surroundings';
import { openTelemetry } from './telemetry/open';
import { traced } from './tracing';
import { identityCredentials } from './teams/wire/credentials';

const joined = (
  { config, setup }: Settings,
  { accounts, tokenFor, log }: { accounts: Accounts; tokenFor: TokenFor; log: Log },
): Surroundings => ({
  storage: createStorage({ ...accounts, now: Date.now, traced }),
  anchoring: anchoringIn(accounts),
  setup,
  authentication: { kind: 'channel', appId: config.appId, metadataUrl: config.metadataUrl },
  credentials: identityCredentials({ appId: config.appId, tokenFor }),
  tenants: config.tenantIds,
  serviceUrls: config.serviceUrls,
  publicUrl: () => config.publicUrl,
  syntheticAllowed: false,
  dialogs: true,
  now: () => new Date(),
  log,
  reminders: config.reminders,
});

/** Settings → app → listen. `ownLog` is for what telemetry cannot tell. */
const run = async (settings: Settings, ownLog: Log): Promise<void> => {
  const { config } = settings;
  const credential = managedIdentity(config.identity);
  const telemetry = openTelemetry({ ...config, credential, log: ownLog, environment: process.env });
  const log = createLog(undefined, telemetry.keep);
  const accounts = await openAccounts(config, { credential, now: Date.now });
  const app = createApp(joined(settings, { accounts, tokenFor: tokensOf(credential, Date.now), log }));
  await during('reading the people', app.prepare);
  const server = await during('listening', () => serve(app.router, config));
  app.dispatcher.start();
  log('ready', { port: config.port });
  closeOnSignals(async () => {
    await app.stop();
    await closed(server);
    await telemetry.close();
    accounts.dispose();
  });
};

/** Production. What is wrong with the settings is said in words, all at once; from then on only the log speaks. */
const start = (): void => {
  const settings = readSettings(process.env);
  const log = createLog();
  beQuiet(log);
  run(settings, log).catch((fault: unknown) => {
    log('start-failed', kindOf(fault));
    process.exit(1);
  });
};

try {
  start();
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : 'The program could not start.'}\n`);
  process.exitCode = 1;
}
