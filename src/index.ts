import express from 'express';
import { createApp } from './app';
import { readConfig } from './config';
import { createLog } from './log';
import { readProgramme } from './programme';
import { anchoringIn } from './storage/anchors/anchoring';
import { openBlobAnchors } from './storage/anchors/open-blob-anchors';
import { openAccounts } from './storage/accounts';
import { createStorage } from './storage/create-storage';
import { closed, closeOnSignals } from './shutdown';

/** Production: environment → config → app → listen. Throws, with every fault at once, when a setting is wrong. */
const start = async (): Promise<void> => {
  const config = readConfig(process.env);
  const log = createLog();
  const accounts = await openAccounts(config, Date.now);
  const storage = createStorage({ ...accounts, now: Date.now });
  const anchoring = anchoringIn({ ...accounts, anchors: openBlobAnchors(config.anchorsUrl) });
  const app = createApp({
    storage,
    anchoring,
    setup: readProgramme(config.programmeFile),
    authentication: { kind: 'channel', appId: config.appId, metadataUrl: config.metadataUrl },
    tenants: config.tenantIds,
    serviceUrls: config.serviceUrls,
    publicUrl: () => config.publicUrl,
    syntheticAllowed: false,
    now: () => new Date(),
    log,
    reminders: config.reminders,
  });
  await app.prepare();
  const server = express().disable('x-powered-by').use(app.router).listen(config.port, config.host);
  app.dispatcher.start();
  log('ready', { port: config.port });
  closeOnSignals(async () => {
    await app.stop();
    await closed(server);
    accounts.dispose();
  });
};

start().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : 'The program could not start.'}\n`);
  process.exitCode = 1;
});
