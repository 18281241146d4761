import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { readLease } from '../../../src/storage/lease';
import { openShelves } from '../../../src/storage/shelves';
import { connect } from '../../../src/storage/client';
import { LOCAL_DATABASE } from '../../../src/local/database';

/** Short enough to wait for, and long enough for a send, as the settings of the replicas have it. */
const LEASE_MS = 8_000;
const LOOK_MS = 20;
const LONG_MS = 120_000;

type Place = { readonly folder: string; readonly endpoint: string; readonly key: string };

const startReplica = ({ folder, endpoint }: Place): ChildProcess =>
  spawn(process.execPath, [join(__dirname, 'replica.js'), folder, endpoint, String(LEASE_MS)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });

/** Kills the leader with the standby beside it; how many leases go by until the standby leads. */
export const takeover = async (place: Place): Promise<number> => {
  const client = connect(place);
  const there = { client, database: LOCAL_DATABASE };
  const { ops } = openShelves(there, there);
  const epoch = async (): Promise<number> => {
    const { lease } = await readLease(ops, AbortSignal.timeout(LONG_MS));
    return lease?.epoch ?? 0;
  };
  const before = await epoch();
  const until = async (reached: number): Promise<void> => {
    const limit = performance.now() + LONG_MS;
    while ((await epoch()) < reached && performance.now() < limit) await sleep(LOOK_MS);
  };
  const leader = startReplica(place);
  await until(before + 1);
  const standby = startReplica(place);
  await sleep(LEASE_MS);
  const led = await epoch();
  leader.kill('SIGKILL');
  const killed = performance.now();
  await until(led + 1);
  const took = performance.now() - killed;
  standby.kill('SIGKILL');
  await once(standby, 'exit');
  client.dispose();
  return took / LEASE_MS;
};
