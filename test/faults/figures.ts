/** How much each proof does: all of it by itself, or so much as a build has time for. */
export const WHOLE = { crashSeeds: 20, seeds: 100_000, mutantSeeds: 3_000, due: 10_000 };
export const SHORT = { crashSeeds: 1, seeds: 250, mutantSeeds: 300, due: 600 };
export type Figures = typeof WHOLE;

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
export const count = (many: number): string => many.toLocaleString('en-GB');

const MOST_SHOWN = 12;
/** What was wrong, the first of it; and whether nothing was. */
export const verdict = (wrongs: readonly string[]): boolean => {
  wrongs.slice(0, MOST_SHOWN).forEach(wrong => {
    say(`   WRONG ${wrong}`);
  });
  if (wrongs.length > MOST_SHOWN) say(`   … and ${count(wrongs.length - MOST_SHOWN)} more`);
  return wrongs.length === 0;
};
