import { DefaultAzureCredential } from '@azure/identity';
import express from 'express';
import { createApp } from './app';
import { readConfig } from './config';
import { createLog } from './log';
import { readProgramme } from './programme';
import { connect } from './storage/client';
import { createStorage } from './storage/create-storage';
import { localSecrets } from './storage/sealing/local-key-file';
import { closeOnSignals } from './shutdown';

/** Production: environment → config → app → listen. Throws, with every fault at once, when a setting is wrong. */
const start = async (): Promise<void> => {
  const config = readConfig(process.env);
  const log = createLog();
  const client = connect({ endpoint: config.cosmosEndpoint, aadCredentials: new DefaultAzureCredential() });
  const storage = createStorage({
    client,
    database: config.database,
    secrets: localSecrets(config.keyFile),
    now: Date.now,
  });
  const app = createApp({
    storage,
    setup: readProgramme(config.programmeFile),
    authentication: { kind: 'channel', appId: config.appId, metadataUrl: config.metadataUrl },
    tenants: config.tenantIds,
    serviceUrls: config.serviceUrls,
    syntheticAllowed: false,
    now: () => new Date(),
    log,
  });
  await app.prepare();
  const server = express().disable('x-powered-by').use(app.router).listen(config.port, config.host);
  app.dispatcher.start();
  log('ready', { port: config.port });
  closeOnSignals(async () => {
    server.close();
    await app.dispatcher.stop();
    client.dispose();
  });
};

start().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : 'The program could not start.'}\n`);
  process.exitCode = 1;
});
