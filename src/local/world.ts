import { rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type App, createApp, type Surroundings } from '../app';
import { createLog, type Log } from '../log';
import { readProgramme, type Setup } from '../programme';
import { connect } from '../storage/client';
import { anchoringIn } from '../storage/anchors/anchoring';
import { fileAnchors } from '../storage/anchors/file-anchors';
import { createStorage, type Storage } from '../storage/create-storage';
import { localSecrets } from '../storage/sealing/local-key-file';
import { type Anchoring } from '../use-cases/ports/anchors';
import { type LocalClock, localClock } from './clock';
import { type EmbeddedCosmos, type EmbeddedCosmosOptions, startEmbeddedCosmos } from './cosmos/server';
import { createDatabase, type Database, LOCAL_DATABASE } from './database';
import { type LocalOptions } from './options';

/** Where the local world's programme is described, unless PROGRAMME_FILE says otherwise. */
const PROGRAMME = join(__dirname, '..', '..', 'infra', 'programme.local.json');

export type LocalWorld = {
  readonly app: App;
  readonly clock: LocalClock;
  readonly setup: Setup;
  /** As the SDK reaches it, for whoever wants to see what lies there. */
  readonly database: Database;
  /** Where it listens, as soon as that is known: links in cards lead there. */
  readonly listensAt: (url: string) => void;
  readonly close: () => Promise<void>;
};

/** Somebody who looks over the world's shoulder. */
export type Watcher = Pick<EmbeddedCosmosOptions, 'observe' | 'fault'> & {
  readonly log?: Log;
  /** How it sends, where that differs: days that pass in seconds hold more than Teams permits in seconds. */
  readonly reminders?: Surroundings['reminders'];
};

const prepareFolder = async ({ dataDir, fresh }: LocalOptions): Promise<void> => {
  if (fresh) rmSync(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
};

export const ANCHORS_FILE = 'anchors.ndjson';

/** Someone who watches a terminal wants to see a notice when it is rung for, not two seconds later. */
const EAGER = { pollMs: 1_000 };

const tenantsOf = ({ people }: Setup): readonly string[] => [
  ...new Set(people.flatMap(({ identities }) => identities.map(({ tenantId }) => tenantId))),
];

type Parts = {
  readonly storage: Storage;
  readonly anchoring: Anchoring;
  readonly setup: Setup;
  readonly clock: LocalClock;
  readonly publicUrl: () => string;
};

const surroundingsOf = (
  { storage, anchoring, setup, clock, publicUrl }: Parts,
  { log = createLog(), reminders }: Watcher,
): Surroundings => ({
  storage,
  anchoring,
  setup,
  publicUrl,
  authentication: { kind: 'off' },
  tenants: tenantsOf(setup),
  serviceUrls: ['http://127.0.0.1'],
  syntheticAllowed: true,
  now: clock.now,
  log,
  reminders: { ...EAGER, ...reminders },
});

/** In this process; or in another, which told the key it was given. */
const databaseFor = async (
  { database }: LocalOptions,
  own: EmbeddedCosmosOptions,
): Promise<EmbeddedCosmos> =>
  database === undefined
    ? startEmbeddedCosmos(own)
    : { endpoint: database, key: process.env['DATABASE_KEY'] ?? '', close: () => Promise.resolve() };

/**
 * The bot over an embedded database in `dataDir`, on one machine, without authentication: the guard refuses every
 * address that is not loopback. Fictitious people only.
 */
export const openWorld = async (options: LocalOptions, watcher: Watcher = {}): Promise<LocalWorld> => {
  await prepareFolder(options);
  const file = (name: string): string => join(options.dataDir, name);
  const clock = localClock({ file: file('clock'), startAt: options.startAt });
  const now = (): number => clock.now().getTime();
  const setup = readProgramme(process.env['PROGRAMME_FILE'] ?? PROGRAMME);
  const secrets = localSecrets(file('key'));
  const cosmos = await databaseFor(options, { ...watcher, file: file('cosmos.sqlite'), now });
  const client = connect({ endpoint: cosmos.endpoint, key: cosmos.key });
  await createDatabase(client);
  const place = { client, database: LOCAL_DATABASE };
  const storage = createStorage({ ...place, secrets, now });
  const anchoring = anchoringIn({ ...place, secrets, anchors: fileAnchors(file(ANCHORS_FILE)) });
  const address = { url: '' };
  const publicUrl = (): string => address.url;
  const app = createApp(surroundingsOf({ storage, anchoring, setup, clock, publicUrl }, watcher));
  await app.prepare();
  const close = async (): Promise<void> => {
    await app.stop();
    client.dispose();
    await cosmos.close();
  };
  const listensAt = (url: string): void => {
    address.url = url;
  };
  return { app, clock, setup, database: client.database(LOCAL_DATABASE), listensAt, close };
};
