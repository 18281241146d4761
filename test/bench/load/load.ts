import { type Bench, type Figure } from '../figure';
import { median, ms, RUNS } from '../measure';
import { type Counts } from '../outside/outside';
import { openClient } from './client';
import { drive, type Driven } from './drive';
import { type Requests, requestsAlone } from './floor';
import { type Pair, type Wire } from './journey';
import { PAIRS, peopled } from './people';
import { openPlace, type Running, startBare, startBot } from './processes';

const AT_ONCE = [1, 2, 4, 8, 16, PAIRS];
const STEP_MS = 3_000;
const SLOWEST_MS = 250;

const stepsOf = async (wire: Wire, pairs: readonly Pair[]): Promise<readonly Driven[]> => {
  const all: Driven[] = [];
  for (const many of AT_ONCE) all.push(await drive(wire, pairs.slice(0, many), { ms: STEP_MS }));
  return all;
};

/** The most turns a second, of all that many at once, with all but one in a hundred in time. */
const bestOf = (all: readonly Driven[]): Driven => {
  const inTime = all.filter(({ p99 }) => p99 <= SLOWEST_MS);
  const [best] = [...inTime].sort((one, other) => other.perSecond - one.perSecond);
  return best ?? { perSecond: 0, p99: Number.NaN, turns: 0 };
};

type Run = { readonly ours: Loaded; readonly theirs: Loaded };
type Loaded = { readonly best: Driven; readonly turns: number; readonly cpu: number };
/** The best step, and what a turn took of a processor over all of them. */
const loaded = async (running: Running, wire: Wire, pairs: readonly Pair[]): Promise<Loaded> => {
  const before = running.cpu();
  const all = await stepsOf(wire, pairs);
  const turns = all.reduce((sum, one) => sum + one.turns, 0);
  return { best: bestOf(all), turns, cpu: (running.cpu() - before) / turns };
};

const ASKING = /^(?:read|query|query-plan) /;
/** How many requests there were of each kind. */
const countsIn = ({ requests }: Counts): Requests => {
  const all = Object.entries(requests);
  const sum = (of: readonly (readonly [string, number])[]): number =>
    of.reduce((total, [, n]) => total + n, 0);
  const asking = all.filter(([kind]) => ASKING.test(kind));
  return { asking: sum(asking), changing: sum(all) - sum(asking) };
};

/** What was asked of the database in all, and what one of each kind takes of whoever asks. */
type Asked = { readonly asked: Requests; readonly alone: Requests };

const floorFrom = (runs: readonly Run[], { asked, alone }: Asked) => {
  const turns = runs.reduce((sum, run) => sum + run.ours.turns, 0);
  const [asking, changing] = [asked.asking / turns, asked.changing / turns];
  return { asking, changing, cpu: asking * alone.asking + changing * alone.changing };
};

const figuresFrom = (runs: readonly Run[], all: Asked): readonly Figure[] => {
  const over = (of: (run: Run) => number): number => median(runs.map(of));
  const [ours, theirs] = [over(run => run.ours.best.perSecond), over(run => run.theirs.best.perSecond)];
  const [ourCpu, bareCpu] = [over(run => run.ours.cpu), over(run => run.theirs.cpu)];
  const { asking, changing, cpu } = floorFrom(runs, all);
  const figure = { bench: 'B10', unit: '' };
  return [
    {
      ...{ ...figure, measure: 'turns a second on one core ÷ a bare echo bot' },
      value: over(run => run.ours.best.perSecond / run.theirs.best.perSecond),
      target: { atLeast: 0.35 },
      from: `${ours.toFixed(0)} ÷ ${theirs.toFixed(0)} a second, 99 % within ${String(SLOWEST_MS)} ms`,
    },
    {
      ...{ ...figure, measure: 'the same by what a turn takes of a processor', value: bareCpu / ourCpu },
      from: `${ms(bareCpu)} ÷ ${ms(ourCpu)}`,
    },
    {
      ...{ ...figure, measure: 'its floor: the bare turn and the requests alone' },
      value: bareCpu / (bareCpu + cpu),
      from: `${asking.toFixed(1)} that ask and ${changing.toFixed(1)} that change a turn, outbox and lease with them: ${ms(cpu)}`,
    },
  ];
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
    const [bot, bare] = [await startBot(place, { isPinned: true }), await startBare({ isPinned: true })];
    const wireTo = ({ messages }: Running): Wire => ({ client, messages, serviceUrl: place.outside.url });
    for (const one of [bot, bare]) await drive(wireTo(one), pairs.slice(0, 4), { ms: STEP_MS });
    const before = countsIn(await place.outside.counts());
    const runs: Run[] = [];
    for (let run = 0; run < RUNS; run += 1)
      runs.push({
        ours: await loaded(bot, wireTo(bot), pairs),
        theirs: await loaded(bare, wireTo(bare), pairs),
      });
    const after = countsIn(await place.outside.counts());
    client.close();
    await bot.end();
    await bare.end();
    const alone = await requestsAlone(place);
    await place.leave();
    const asked = { asking: after.asking - before.asking, changing: after.changing - before.changing };
    return figuresFrom(runs, { asked, alone });
  },
};
