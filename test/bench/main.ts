import './beside';
import { performance } from 'node:perf_hooks';
import scratchInMemory from '../scratch-in-memory';
import { agenda } from './agenda';
import { card } from './card';
import { drain } from './drain/bench';
import { type Bench, type Figure, isMet, tableOf } from './figure';
import { lists } from './lists';
import { load } from './load/load';
import { memory } from './load/memory';
import { start } from './load/start';
import { poll } from './poll';
import { keep } from './results';
import { submit } from './submit/bench';
import { wire } from './wire/bench';

const BENCHES: readonly Bench[] = [submit, wire, poll, drain, agenda, lists, memory, card, start, load];

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const asked = process.argv.slice(2).filter(argument => !argument.startsWith('--'));
const isJson = process.argv.includes('--json');

const isAsked = ({ id, name }: Bench): boolean =>
  asked.length === 0 || asked.some(one => one === name || one.toLowerCase() === id.toLowerCase());

const SECOND_MS = 1_000;

const runOne = async (bench: Bench): Promise<readonly Figure[]> => {
  const begun = performance.now();
  const figures = await bench.run();
  keep(bench.id, figures);
  const seconds = Math.round((performance.now() - begun) / SECOND_MS);
  if (!isJson) say(`\n${bench.id} ${bench.name} (${String(seconds)} s)\n${tableOf(figures)}`);
  return figures;
};

/** Databases sync every commit: what is measured is not how busy a disk is. */
scratchInMemory();

/** Every bench, or those that were named; the figures are kept one bench at a time. */
const main = async (): Promise<boolean> => {
  const unknown = asked.filter(
    one => !BENCHES.some(({ id, name }) => [name, id.toLowerCase()].includes(one.toLowerCase())),
  );
  if (unknown.length > 0) {
    say(`There is no ${unknown.join(', ')}: ${BENCHES.map(({ id, name }) => `${name} (${id})`).join(', ')}`);
    return false;
  }
  const figures: Figure[] = [];
  for (const bench of BENCHES.filter(isAsked)) figures.push(...(await runOne(bench)));
  if (isJson) say(JSON.stringify(figures, undefined, 2));
  const missed = figures.filter(figure => isMet(figure) === false).length;
  if (!isJson) say(`\n${String(figures.length)} figures, ${String(missed)} missed`);
  return missed === 0;
};

main().then(
  holds => process.exit(holds ? 0 : 1),
  (fault: unknown) => {
    process.stderr.write(
      `${fault instanceof Error ? (fault.stack ?? fault.message) : 'The bench failed.'}\n`,
    );
    process.exit(2);
  },
);
