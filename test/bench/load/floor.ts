import { type Container } from '@azure/cosmos';
import { connect } from '../../../src/storage/client';
import { LOCAL_DATABASE } from '../../../src/local/database';
import { type Place } from './processes';

const TIMES = 4_000;
/** As many at once as are under way in the load, so that sockets and promises are as busy as they are there. */
const LANES = 16;
const MICROSECONDS = 1_000;
/** What a turn writes: a document of a case, the event beside it, and what is to be sent. */
const WRITTEN = [4_000, 1_500, 700];

const inLanes = (run: (lane: number) => Promise<unknown>): Promise<unknown> =>
  Promise.all(
    Array.from({ length: LANES }, async (_, lane) => {
      for (let n = 0; n < TIMES / LANES; n += 1) await run(lane);
    }),
  );

/** Milliseconds of a processor that it takes of whoever asks, through the library and nothing else. */
const cpuOf = async (run: (lane: number) => Promise<unknown>): Promise<number> => {
  await inLanes(run);
  const before = process.cpuUsage();
  await inLanes(run);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / MICROSECONDS / TIMES;
};

const writing = (work: Container) => (lane: number) => {
  const pk = `bench:${String(lane)}`;
  const documents = WRITTEN.map((size, n) => ({ id: String(n), pk, type: 'bench', text: 'x'.repeat(size) }));
  return work.items.batch(
    documents.map(resourceBody => ({ operationType: 'Upsert' as const, resourceBody })),
    pk,
  );
};

/** Milliseconds of a processor for one request of each kind: one that asks, and one that changes something. */
export type Requests = { readonly asking: number; readonly changing: number };

export const requestsAlone = async ({ endpoint }: Place): Promise<Requests> => {
  const client = connect({ endpoint, key: process.env['DATABASE_KEY'] ?? '' });
  const work = client.database(LOCAL_DATABASE).container('work');
  const person = work.item('person', 'person:koordinator');
  const asking = await cpuOf(() => person.read());
  const changing = await cpuOf(writing(work));
  client.dispose();
  return { asking, changing };
};
