import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Container, type CosmosClient } from '@azure/cosmos';
import { z } from 'zod';
import {
  type AuditEvent,
  type ChainHead,
  type Digest,
  EMPTY_CHAIN,
  follows,
  headOf,
} from '../../src/audit/event';
import { plusMs } from '../../src/domain/time';
import { type FaultHook, type WireRequest } from '../../src/local/cosmos/wire';
import { startEmbeddedCosmos } from '../../src/local/cosmos/server';
import { connect, type Place } from '../../src/storage/client';
import { type ContainerName, CONTAINERS } from '../../src/storage/containers';
import { createStorage, type Storage, storageOver } from '../../src/storage/create-storage';
import { localSecrets } from '../../src/storage/sealing/local-key-file';
import { type Secrets } from '../../src/storage/sealing/secrets';
import { NOON } from '../builders/ids';
import { fakeAuditLog } from '../fakes/store-audit-log';
import { fakeCases } from '../fakes/store-cases';
import { fakeDrafts, fakeMeetings, fakePointers } from '../fakes/store-drafts';
import { fakeGaps } from '../fakes/store-gaps';
import { fakeOutbox } from '../fakes/store-outbox';
import { fakeChannel, fakePeople } from '../fakes/store-people';
import { emptyState, fakeDigest } from '../fakes/store-state';
import { fakeTickets } from '../fakes/store-tickets';
import { containerOf } from '../faults/database';
import { memoryShelf } from '../faults/memory-shelf';

/** The ports, and what a test needs to look behind them. */
export type Lab = Storage & {
  readonly digest: Digest;
  /** The audit events of one partition, in the order of their chain. */
  readonly eventsIn: (partition: string) => Promise<readonly AuditEvent[]>;
  readonly close: () => Promise<void>;
};
/** A lab whose clock the test moves. */
export type ClockedLab = Lab & { readonly advance: (ms: number) => void };
/** A lab over a real wire, whose documents a test may read, change and count. */
export type WiredLab = ClockedLab & {
  readonly container: (name: ContainerName) => Container;
  readonly requests: () => readonly WireRequest[];
  readonly forget: () => void;
  readonly fail: (hook: FaultHook | undefined) => void;
  /** The same database seen by another replica: nothing in its memory. */
  readonly replica: () => Storage;
  readonly secrets: Secrets;
  readonly place: Place;
};

const fakeLab = (): Promise<ClockedLab> => {
  const state = emptyState(NOON);
  return Promise.resolve({
    cases: fakeCases(state),
    drafts: fakeDrafts(state),
    pointers: fakePointers(state),
    people: fakePeople(state),
    channel: fakeChannel(state),
    meetings: fakeMeetings(state),
    gaps: fakeGaps(state),
    outbox: fakeOutbox(state),
    auditLog: fakeAuditLog(state),
    tickets: fakeTickets(state),
    digest: fakeDigest,
    eventsIn: partition =>
      Promise.resolve(state.events.filter(one => one.partition === partition).map(({ event }) => event)),
    advance: ms => {
      state.now = plusMs(state.now, ms);
    },
    close: () => Promise.resolve(),
  });
};

/** The repositories over the containers of the fault proofs (test/faults): they must keep the same promises. */
const memoryLab = (): Promise<ClockedLab> => {
  const folder = mkdtempSync(join(tmpdir(), 'sent-ute-storage-'));
  const secrets = localSecrets(join(folder, 'key'));
  const clock = { now: Date.parse(NOON) };
  const now = (): number => clock.now;
  const shelf = () => memoryShelf(containerOf(new Map(), { now, ifMatch: true }), now);
  const work = shelf();
  const shelves = { work, index: shelf(), ops: shelf(), keys: shelf() };
  return Promise.resolve({
    ...storageOver({ shelves, secrets, now }),
    digest: secrets.auditDigest,
    eventsIn: async partition => {
      const query = { where: 'c.type = @type', values: { type: 'audit' }, partition };
      const found = await work.query(query, new AbortController().signal);
      return found
        .map(document => Stored.parse(document).event)
        .sort((one, other) => one.sequence - other.sequence);
    },
    advance: ms => {
      clock.now += ms;
    },
    close: () => {
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  });
};

const Stored = z.object({ event: z.custom<AuditEvent>() });

const eventsFrom = async (work: Container, partition: string): Promise<readonly AuditEvent[]> => {
  const query = { query: 'SELECT * FROM c WHERE c.type = "audit"', parameters: [] };
  const { resources } = await work.items.query<unknown>(query, { partitionKey: partition }).fetchAll();
  return resources
    .map(document => Stored.parse(document).event)
    .sort((one, other) => one.sequence - other.sequence);
};

/** A database with its containers, as whoever installs this makes it. */
const install = async (client: CosmosClient, database: string): Promise<void> => {
  await client.databases.create({ id: database });
  for (const definition of Object.values(CONTAINERS))
    await client.database(database).containers.create(definition);
};

const embeddedLab = async (file = ':memory:'): Promise<WiredLab> => {
  const folder = mkdtempSync(join(tmpdir(), 'sent-ute-storage-'));
  const clock = { now: Date.parse(NOON) };
  const now = (): number => clock.now;
  const wire: { requests: WireRequest[]; hook: FaultHook | undefined } = { requests: [], hook: undefined };
  const server = await startEmbeddedCosmos({
    file,
    now,
    observe: request => wire.requests.push(request),
    fault: request => wire.hook?.(request) ?? Promise.resolve(undefined),
  });
  const client = connect(server);
  const database = 'sent-ute';
  await install(client, database);
  const secrets = localSecrets(join(folder, 'key'));
  const storage = (): Storage => createStorage({ client, database, secrets, now });
  const container = (name: ContainerName): Container => client.database(database).container(name);
  return {
    ...storage(),
    digest: secrets.auditDigest,
    eventsIn: partition => eventsFrom(container('work'), partition),
    advance: ms => {
      clock.now += ms;
    },
    container,
    requests: () => wire.requests,
    forget: () => {
      wire.requests = [];
    },
    fail: hook => {
      wire.hook = hook;
    },
    replica: storage,
    secrets,
    place: { client, database },
    close: async () => {
      client.dispose();
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
};

/** Microsoft's emulator or a real account: COSMOS_ENDPOINT and COSMOS_KEY. */
const accountLab = (endpoint: string) => async (): Promise<Lab> => {
  const folder = mkdtempSync(join(tmpdir(), 'sent-ute-storage-'));
  const client = connect({ endpoint, key: process.env['COSMOS_KEY'] ?? '' });
  const database = `sent-ute-test-${randomUUID()}`;
  await install(client, database);
  const secrets = localSecrets(join(folder, 'key'));
  return {
    ...createStorage({ client, database, secrets, now: Date.now }),
    digest: secrets.auditDigest,
    eventsIn: partition => eventsFrom(client.database(database).container('work'), partition),
    close: async () => {
      await client.database(database).delete();
      client.dispose();
      rmSync(folder, { recursive: true });
    },
  };
};

type Backend<L extends Lab> = { readonly name: string; readonly open: () => Promise<L> };
const endpoint = process.env['COSMOS_ENDPOINT'];

/** Where time can be moved by a test. */
export const CLOCKED: readonly Backend<ClockedLab>[] = [
  { name: 'in memory', open: fakeLab },
  { name: 'over the containers of the fault proofs', open: memoryLab },
  { name: 'over the embedded server', open: () => embeddedLab() },
];
/** Everything that keeps the promises of the ports. */
export const BACKENDS: readonly Backend<Lab>[] = [
  ...CLOCKED,
  ...(endpoint === undefined ? [] : [{ name: 'over a real account', open: accountLab(endpoint) }]),
];
/** Over a file when a test wants to look at its bytes. */
export const openEmbedded = embeddedLab;

/** The head at the end of a chain that holds throughout; undefined when it is broken somewhere. */
export const endOf = (events: readonly AuditEvent[], digest: Digest): ChainHead | undefined =>
  events.reduce<ChainHead | undefined>(
    (head, event) => (head !== undefined && follows(event, head, digest) ? headOf(event) : undefined),
    EMPTY_CHAIN,
  );
