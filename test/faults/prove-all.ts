import { proveBacklog } from './backlog';
import { catchMutants } from './catch-mutants';
import { type Crashes, everyCrash } from './crash-points';
import { count, type Figures, say, SHORT, verdict, WHOLE } from './figures';
import { breakTheClock } from './nonsense-clock';
import { runSeed, type Seeds, someSeeds } from './random-seeds';
import { pieces, serve, type Share, shared } from './shares';

/**
 * `npm run test:faults`: the real dispatcher and the real repositories, by a virtual clock, through everything that may
 * go wrong. `-- --short` for a build; `-- --seed N` tells one run of (b) step by step; `-- --from N` takes other seeds.
 */
const WORKS = {
  crashes: ({ from, count: seeds }: Share) => everyCrash(from, seeds),
  seeds: ({ from, count: seeds }: Share) => someSeeds(from, seeds),
};

const sum = <T>(all: readonly T[], of: (one: T) => number): string =>
  count(all.reduce((whole, one) => whole + of(one), 0));

const provesCrashes = async ({ crashSeeds }: Figures, from: number): Promise<boolean> => {
  say('(a) one process of three dies at every single request, before it has an effect and after');
  const on = ({ wrongs }: Crashes): unknown => verdict(wrongs);
  const all = await shared<Crashes>({ name: 'crashes', on, all: [] }, pieces({ from, count: crashSeeds }, 1));
  const points = sum(all, one => one.points);
  const most = count(Math.max(...all.map(one => one.mostExtra)));
  say(`    ${sum(all, one => one.runs)} crashes, at ${points} points over ${count(crashSeeds)} seeds`);
  say(`    extra sends: ${sum(all, one => one.extra)}, at most ${most} of one crash,`);
  say('    and only of crashes between a send and its acknowledgement');
  return all.every(({ wrongs }) => wrongs.length === 0);
};

const PIECE = 250;
const provesSeeds = async ({ seeds }: Figures, from: number): Promise<boolean> => {
  say(
    '(b) random faults: crashes, pauses, lost, late and cut off requests, 429 and 502, clocks ± 10 minutes',
  );
  const so = { far: 0 };
  const on = ({ wrongs, seeds: done }: Seeds): void => {
    verdict(wrongs);
    so.far += done;
    if (so.far % (PIECE * 40) === 0) say(`    … ${count(so.far)}`);
  };
  const some = pieces({ from, count: seeds }, Math.min(PIECE, seeds / 2));
  const all = await shared<Seeds>({ name: 'seeds', on, all: [] }, some);
  const requests = sum(all, one => one.requests);
  say(
    `    ${sum(all, one => one.seeds)} seeds, ${requests} requests, ${sum(all, one => one.entries)} entries`,
  );
  const ambiguous = sum(all, one => one.ambiguous);
  say(
    `    arrived: ${sum(all, one => one.arrived)}; ambiguous: ${ambiguous}; extra: ${sum(all, one => one.extra)}`,
  );
  return all.every(({ wrongs }) => wrongs.length === 0);
};

const provesMutants = async ({ mutantSeeds }: Figures): Promise<boolean> => {
  say('(c) the same with one ground of the promises taken away: what is noticed first');
  const all = await catchMutants(mutantSeeds);
  all.forEach(({ mutant, after, wrong }) => {
    say(
      `    ${mutant.padEnd(18)} ${after === undefined ? 'NOT CAUGHT' : `seed ${count(after)}: ${wrong ?? ''}`}`,
    );
  });
  return all.every(({ after }) => after !== undefined);
};

const numberAfter = (name: string): number | undefined => {
  const place = process.argv.indexOf(name);
  return place < 0 ? undefined : Number(process.argv[place + 1]);
};

const proveAll = async (): Promise<boolean> => {
  const figures = process.argv.includes('--short') ? SHORT : WHOLE;
  const from = numberAfter('--from') ?? 0;
  const began = performance.now();
  const proofs = [
    await provesCrashes(figures, from),
    await provesSeeds(figures, from),
    await provesMutants(figures),
    await proveBacklog(figures.due),
  ];
  const holds = proofs.every(Boolean);
  say(`\n${holds ? 'holds' : 'DOES NOT HOLD'}, ${count(Math.round((performance.now() - began) / 1_000))} s`);
  return holds;
};

const replay = async (seed: number): Promise<boolean> =>
  verdict((await runSeed(seed, { trace: say })).wrongs);

breakTheClock();
const seed = numberAfter('--seed');
if (process.argv.includes('--serve')) serve(WORKS);
else
  void (seed === undefined ? proveAll() : replay(seed)).then(holds => {
    process.exitCode = holds ? 0 : 1;
  });
