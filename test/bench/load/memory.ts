import { setTimeout as sleep } from 'node:timers/promises';
import { type Bench } from '../figure';
import { openClient } from './client';
import { drive } from './drive';
import { peopled } from './people';
import { openPlace, startBot } from './processes';

const AT_ONCE = 4;
const FIRST = 1_000;
const ALL = 10_000;
/** Long enough for what was begun to end. */
const REST_MS = 3_000;
/** For throwing garbage away, twice. */
const COLLECT_MS = 2_000;

/**
 * What the program holds after garbage was collected: how long the engine leaves it lying depends on how much memory the
 * machine has. The bot as it is built, over a database in another process; ten
 * thousand turns of a real journey.
 */
export const memory: Bench = {
  id: 'B7',
  name: 'memory',
  run: async () => {
    const { file, pairs } = peopled();
    process.env['PROGRAMME_FILE'] = file;
    const place = await openPlace();
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
    await place.leave();
    const figure = { bench: 'B7' };
    return [
      {
        ...{ ...figure, measure: 'memory after 10,000 turns ÷ after 1,000', value: last / first, unit: '' },
        target: { atMost: 1.05 },
        from: `${last.toFixed(0)} MB ÷ ${first.toFixed(0)} MB`,
      },
      {
        ...{ ...figure, measure: 'the same before garbage is collected', unit: '' },
        value: (lazy[1] ?? Number.NaN) / (lazy[0] ?? Number.NaN),
        from: lazy.map(mb => `${mb.toFixed(0)} MB`).join(', '),
      },
      { ...figure, measure: 'memory at rest', value: atRest, unit: 'MB', target: { atMost: 220 } },
    ];
  },
};
