import { rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type App, createApp } from '../app';
import { createLog, type Log } from '../log';
import { readProgramme, type Setup } from '../programme';
import { anchoringIn } from '../storage/anchors/anchoring';
import { fileAnchors } from '../storage/anchors/file-anchors';
import { createStorage, type Storage } from '../storage/create-storage';
import { localSecrets } from '../storage/sealing/local-key-file';
import { type Surroundings } from '../surroundings';
import { traced } from '../tracing';
import { type Anchoring } from '../use-cases/ports/anchors';
import { type LocalClock, localClock } from './clock';
import { type EmbeddedCosmosOptions } from './cosmos/server';
import { type Database, LOCAL_DATABASE } from './database';
import { type Ground, loopbackGround } from './ground';
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
  /** Teams shows dialogs; the windows of the local world do not. */
  readonly dialogs?: boolean;
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
  readonly ground: Ground;
};

const surroundingsOf = (
  { storage, anchoring, setup, clock, publicUrl, ground }: Parts,
  { log = createLog(), reminders, dialogs = false }: Watcher,
): Surroundings => ({
  storage,
  anchoring,
  setup,
  publicUrl,
  ...ground,
  tenants: tenantsOf(setup),
  syntheticAllowed: true,
  dialogs,
  now: clock.now,
  log,
  reminders: { ...EAGER, ...reminders },
});

/** A world that could not be prepared leaves nothing running. */
const prepared = async (app: App, close: () => Promise<void>): Promise<void> => {
  try {
    await app.prepare();
  } catch (fault) {
    await close();
    throw fault;
  }
};

/**
 * The bot over an embedded database in `dataDir`, on one machine; without authentication, unless it is given other
 * ground, and then the guard refuses every address that is not loopback. Fictitious people only.
 */
export const openWorld = async (
  options: LocalOptions,
  watcher: Watcher = {},
  ground = loopbackGround(options),
): Promise<LocalWorld> => {
  await prepareFolder(options);
  const file = (name: string): string => join(options.dataDir, name);
  const clock = localClock({ file: file('clock'), startAt: options.startAt });
  const now = (): number => clock.now().getTime();
  const setup = readProgramme(process.env['PROGRAMME_FILE'] ?? PROGRAMME);
  const secrets = localSecrets(file('key'));
  const { client, ...opened } = await ground.openDatabase({ ...watcher, file: file('cosmos.sqlite'), now });
  const place = { client, database: LOCAL_DATABASE };
  const storage = createStorage({ ...place, secrets, now, traced });
  const anchoring = anchoringIn({ ...place, secrets, anchors: fileAnchors(file(ANCHORS_FILE)) });
  const address = { url: '' };
  const publicUrl = (): string => address.url;
  const app = createApp(surroundingsOf({ storage, anchoring, setup, clock, publicUrl, ground }, watcher));
  const close = async (): Promise<void> => {
    await app.stop();
    await opened.close();
  };
  await prepared(app, close);
  const listensAt = (url: string): void => {
    address.url = url;
  };
  return { app, clock, setup, database: client.database(LOCAL_DATABASE), listensAt, close };
};
