import { setTimeout as sleep } from 'node:timers/promises';
import { type Bench, type Figure } from '../figure';
import { median, RUNS } from '../measure';
import { openClient } from './client';
import { drive } from './drive';
import { type Pair } from './journey';
import { peopled } from './people';
import { openPlace, type Place, startBot } from './processes';

const AT_ONCE = 4;
const FIRST = 1_000;
const ALL = 10_000;
/** Long enough for what was begun to end. */
const REST_MS = 3_000;
/** For throwing garbage away, twice. */
const COLLECT_MS = 2_000;

type Held = {
  readonly atRest: number;
  readonly lazy: readonly number[];
  readonly first: number;
  readonly last: number;
};

/** One program from its start to its ten thousandth turn. */
const oneRun = async (place: Place, pairs: readonly Pair[]): Promise<Held> => {
  const bot = await startBot(place, { collects: true });
  await sleep(REST_MS);
  const atRest = bot.rss();
  const client = openClient(AT_ONCE);
  const wire = { client, messages: bot.messages, serviceUrl: place.outside.url };
  const lazy: number[] = [];
  const after = async (turns: number): Promise<number> => {
    await drive(wire, pairs.slice(0, AT_ONCE), { turns });
    await sleep(REST_MS);
    lazy.push(bot.rss());
    bot.collect();
    await sleep(COLLECT_MS);
    return bot.rss();
  };
  const first = await after(FIRST);
  const last = await after(ALL - FIRST);
  client.close();
  await bot.end();
  return { atRest, lazy, first, last };
};

const figuresFrom = (runs: readonly Held[]): readonly Figure[] => {
  const over = (of: (run: Held) => number): number => median(runs.map(of));
  const lazily = ({ lazy: [before = Number.NaN, after = Number.NaN] }: Held): number => after / before;
  const each = runs.map(({ first, last }) => `${last.toFixed(0)} ÷ ${first.toFixed(0)} MB`).join(', ');
  const figure = { bench: 'B7' };
  return [
    {
      ...{ ...figure, measure: 'memory after 10,000 turns ÷ after 1,000', unit: '' },
      ...{ value: over(({ first, last }) => last / first), target: { atMost: 1.05 }, from: each },
    },
    {
      ...{ ...figure, measure: 'the same before garbage is collected', unit: '', value: over(lazily) },
      from: runs.map(({ lazy }) => lazy.map(mb => `${mb.toFixed(0)} MB`).join(', ')).join('; '),
    },
    {
      ...{ ...figure, measure: 'memory at rest', unit: 'MB', target: { atMost: 220 } },
      value: over(({ atRest }) => atRest),
    },
  ];
};

/**
 * What the program holds after garbage was collected: how long the engine leaves it lying depends on how much memory the
 * machine has. The bot as it is built, over a database in another process; ten thousand turns of a real journey.
 */
export const memory: Bench = {
  id: 'B7',
  name: 'memory',
  run: async () => {
    const { file, pairs } = peopled();
    process.env['PROGRAMME_FILE'] = file;
    const runs: Held[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const place = await openPlace();
      runs.push(await oneRun(place, pairs));
      await place.leave();
    }
    return figuresFrom(runs);
  },
};
