import { type Bench } from '../figure';
import { median, RUNS } from '../measure';
import { openClient } from './client';
import { drive, type Driven } from './drive';
import { type Pair, type Wire } from './journey';
import { PAIRS, peopled } from './people';
import { openPlace, startBare, startBot } from './processes';

const AT_ONCE = [1, 2, 4, 8, 16, PAIRS];
const STEP_MS = 3_000;
const SLOWEST_MS = 250;

/** The most turns a second, of all that many at once, with all but one in a hundred in time. */
const mostIn = async (wire: Wire, pairs: readonly Pair[]): Promise<Driven> => {
  const all: Driven[] = [];
  for (const many of AT_ONCE) all.push(await drive(wire, pairs.slice(0, many), { ms: STEP_MS }));
  const inTime = all.filter(({ p99 }) => p99 <= SLOWEST_MS);
  const [best] = [...inTime].sort((one, other) => other.perSecond - one.perSecond);
  return best ?? { perSecond: 0, p99: Number.NaN, turns: 0 };
};

/** Both on one core; the database, Teams and whoever presses on the others. */
export const load: Bench = {
  id: 'B10',
  name: 'load',
  run: async () => {
    const { file, pairs } = peopled();
    process.env['PROGRAMME_FILE'] = file;
    const place = await openPlace();
    const client = openClient(PAIRS);
    const [bot, bare] = [await startBot(place, true), await startBare({ isPinned: true })];
    const serviceUrl = place.outside.url;
    const [atBot, atBare] = [bot, bare].map(({ messages }): Wire => ({ client, messages, serviceUrl }));
    const runs: { readonly ours: Driven; readonly theirs: Driven }[] = [];
    if (atBot === undefined || atBare === undefined) return [];
    for (const wire of [atBot, atBare]) await drive(wire, pairs.slice(0, 4), { ms: STEP_MS });
    for (let run = 0; run < RUNS; run += 1)
      runs.push({ ours: await mostIn(atBot, pairs), theirs: await mostIn(atBare, pairs) });
    client.close();
    await bot.end();
    await bare.end();
    await place.leave();
    const ours = median(runs.map(run => run.ours.perSecond));
    const theirs = median(runs.map(run => run.theirs.perSecond));
    return [
      {
        ...{ bench: 'B10', measure: 'turns a second on one core ÷ a bare echo bot', unit: '' },
        value: median(runs.map(run => run.ours.perSecond / run.theirs.perSecond)),
        target: { atLeast: 0.35 },
        from: `${ours.toFixed(0)} ÷ ${theirs.toFixed(0)} a second, 99 % within ${String(SLOWEST_MS)} ms`,
      },
    ];
  },
};
