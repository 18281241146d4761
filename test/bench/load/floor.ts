import { connect } from '../../../src/storage/client';
import { LOCAL_DATABASE } from '../../../src/local/database';
import { type Place } from './processes';

const WARM = 200;
const TIMES = 600;
const MICROSECONDS = 1_000;

/** Milliseconds of a processor that one read takes of whoever asks, through the library and nothing else. */
export const readCpu = async ({ endpoint }: Place): Promise<number> => {
  const client = connect({ endpoint, key: process.env['DATABASE_KEY'] ?? '' });
  const item = client.database(LOCAL_DATABASE).container('work').item('person', 'person:koordinator');
  for (let n = 0; n < WARM; n += 1) await item.read();
  const before = process.cpuUsage();
  for (let n = 0; n < TIMES; n += 1) await item.read();
  const { user, system } = process.cpuUsage(before);
  client.dispose();
  return (user + system) / MICROSECONDS / TIMES;
};
