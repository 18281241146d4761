import { performance } from 'node:perf_hooks';
import { openWorld } from '../../../src/local/world';
import { type Bench, type Figure } from '../figure';
import { openGrounds } from '../grounds';
import { median, ms } from '../measure';
import { startOutside, type Counts } from '../outside/outside';
import { writeInto } from '../seed/write';
import { backlog, ENTRIES } from './backlog';
import { floorOf } from './floor';
import { takeover } from './takeover';

const FREE = { count: 1_000_000, perMs: 1_000 };
/** As fast as it goes: what Teams permits is a setting. */
const UNTHROTTLED = { limits: { thread: [FREE], overall: [FREE] } };
const SECOND_MS = 1_000;
const TRIES = 3;

const ASKING = ['replace work', 'query work', 'query-plan work', 'read ops', 'replace ops', 'create ops'];
/** Finding, claiming and leading; not what a letter is drawn from, nor that it was sent. */
const claiming = ({ requests }: Counts): number =>
  ASKING.reduce((sum, kind) => sum + (requests[kind] ?? 0), 0);

type Drained = {
  readonly perClaim: number;
  readonly duplicates: number;
  readonly missing: number;
  readonly rate: number;
  /** What one entry takes of a processor in the replica itself, in milliseconds: that does not wait its turn. */
  readonly cpu: number;
};

const drained = async (place: Awaited<ReturnType<typeof settled>>): Promise<Drained> => {
  const { folder, endpoint, outside } = place;
  const world = await openWorld(
    { port: 0, dataDir: folder, database: endpoint, fresh: false, windows: false },
    { log: () => undefined, reminders: UNTHROTTLED },
  );
  const before = claiming(await outside.counts());
  const [begun, used] = [performance.now(), process.cpuUsage()];
  await world.app.dispatcher.tick();
  const took = performance.now() - begun;
  const { user, system } = process.cpuUsage(used);
  const after = await outside.counts();
  await world.close();
  return {
    perClaim: (claiming(after) - before) / ENTRIES,
    duplicates: after.sent - after.distinct,
    missing: ENTRIES - after.distinct,
    rate: (ENTRIES / took) * SECOND_MS,
    cpu: (user + system) / SECOND_MS / ENTRIES,
  };
};

const settled = async () => {
  const outside = await startOutside();
  const grounds = await openGrounds();
  const { folder } = grounds;
  await grounds.close();
  writeInto(folder, { container: 'work', documents: backlog(outside.url) });
  return { folder, outside, ...(await outside.open(folder)) };
};

type Measured = {
  readonly all: readonly Drained[];
  readonly leases: readonly number[];
  readonly floor: number;
};

const figuresFrom = ({ all, leases, floor }: Measured): readonly Figure[] => {
  const over = (of: (one: Drained) => number): number => median(all.map(of));
  const most = (of: (one: Drained) => number): number => Math.max(...all.map(of));
  const figure = { bench: 'B4', unit: '' };
  return [
    {
      ...{ ...figure, measure: 'requests to find and claim, per entry', value: over(one => one.perClaim) },
      target: { atMost: 1.1 },
    },
    { ...figure, measure: 'told twice', value: most(one => one.duplicates), target: { atMost: 0 } },
    { ...figure, measure: 'never told', value: most(one => one.missing), target: { atMost: 0 } },
    {
      ...{ bench: 'B4', measure: 'unthrottled', value: over(one => one.rate), unit: '/s' },
      target: { atLeast: 300 },
      from: `${String(ENTRIES)} due, ${all.map(({ rate }) => Math.round(rate)).join(', ')} a second; ${ms(over(one => one.cpu))} of a processor each`,
    },
    {
      ...{ ...figure, measure: 'processor time of one entry ÷ its requests alone' },
      value: over(one => one.cpu) / floor,
      from: `${ms(over(one => one.cpu))} ÷ ${ms(floor)}: ${Math.round(SECOND_MS / floor).toString()}/s at the most`,
    },
    {
      ...{
        bench: 'B4',
        measure: 'leader killed: until another leads',
        value: median(leases),
        unit: 'leases',
      },
      target: { atMost: 2 },
    },
  ];
};

/** Ten thousand notices are due at once; and the one who sends them is killed. */
export const drain: Bench = {
  id: 'B4',
  name: 'drain',
  run: async () => {
    const all: Drained[] = [];
    const leases: number[] = [];
    for (let n = 0; n < TRIES; n += 1) {
      const place = await settled();
      all.push(await drained(place));
      leases.push(await takeover(place));
      await place.outside.close();
    }
    const place = await settled();
    const floor = await floorOf(place);
    await place.outside.close();
    return figuresFrom({ all, leases, floor });
  },
};
