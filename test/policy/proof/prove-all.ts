import { caughtAfter, chosenMutants, type Count, KINDS, prove, WHOLE } from './prove';

/** `npm run test:policy`: every cell of the tables beside the oracle, then twenty mutants of the tables. */
const MUTANTS_TRIED = 20;
const LEAST_CELLS = 200_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const count = (many: number): string => many.toLocaleString('en-GB').padStart(12);

const sum = (counts: readonly Count[], of: (count: Count) => number): number =>
  counts.reduce((whole, one) => whole + of(one), 0);

const lineOf = (what: string, { cells, allowed, differing }: Omit<Count, 'examples'>): string =>
  what.padEnd(11) + [cells, allowed, cells - allowed, differing].map(count).join('');

const proves = (): boolean => {
  say('about              cells     allowed     refused differences');
  const counts = KINDS.map(kind => {
    const proved = prove(kind, WHOLE);
    say(lineOf(kind, proved));
    proved.examples.forEach(say);
    return proved;
  });
  const whole = {
    cells: sum(counts, one => one.cells),
    allowed: sum(counts, one => one.allowed),
    differing: sum(counts, one => one.differing),
  };
  say(lineOf('in all', whole));
  return whole.differing === 0 && whole.cells >= LEAST_CELLS;
};

const catches = (seed: number): boolean => {
  say(
    `\n${String(MUTANTS_TRIED)} mutants, one cell flipped in each; SEED=${String(seed)} chooses them again`,
  );
  const missed = chosenMutants(seed, MUTANTS_TRIED).filter(mutant => {
    const after = caughtAfter(mutant, WHOLE);
    const verdict = after === undefined ? 'NOT CAUGHT' : `caught at cell ${after.toLocaleString('en-GB')}`;
    say(`  ${mutant.tell}: ${verdict}`);
    return after === undefined;
  });
  return missed.length === 0;
};

const seedOf = (text: string | undefined): number =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : Date.now() % 1_000_000_000;

const began = Date.now();
const agrees = proves();
const isCaught = catches(seedOf(process.env['SEED']));
say(
  `\n${agrees && isCaught ? 'holds' : 'DOES NOT HOLD'}, ${String(Math.round((Date.now() - began) / 1000))} s`,
);
process.exitCode = agrees && isCaught ? 0 : 1;
