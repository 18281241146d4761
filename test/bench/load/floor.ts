import { connect } from '../../../src/storage/client';
import { LOCAL_DATABASE } from '../../../src/local/database';
import { type Place } from './processes';

const TIMES = 4_000;
const MICROSECONDS = 1_000;

/** As many at once as are under way in the load, so that sockets and promises are as busy as they are there. */
const LANES = 16;

const inLanes = (run: () => Promise<unknown>): Promise<unknown> =>
  Promise.all(
    Array.from({ length: LANES }, async () => {
      for (let n = 0; n < TIMES / LANES; n += 1) await run();
    }),
  );

/** Milliseconds of a processor that one read takes of whoever asks, through the library and nothing else. */
export const readCpu = async ({ endpoint }: Place): Promise<number> => {
  const client = connect({ endpoint, key: process.env['DATABASE_KEY'] ?? '' });
  const item = client.database(LOCAL_DATABASE).container('work').item('person', 'person:koordinator');
  await inLanes(() => item.read());
  const before = process.cpuUsage();
  await inLanes(() => item.read());
  const { user, system } = process.cpuUsage(before);
  client.dispose();
  return (user + system) / MICROSECONDS / TIMES;
};
