import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../results';
import { type Cost, countPress, OPERATIONS } from './count';
import { type Scenes } from './scene';

const FILE = join(ROOT, 'test', 'bench', 'wire', 'expected.json');

export type Table = Readonly<Record<string, Cost>>;
const Table = z.record(z.string(), z.strictObject({ requests: z.string(), units: z.number() }));

/** What every operation cost when somebody last looked, and found it right. */
export const expected = (): Table => Table.parse(JSON.parse(readFileSync(FILE, 'utf8')));

export const renew = (table: Table): void => {
  writeFileSync(FILE, `${JSON.stringify(table, undefined, 2)}\n`);
};

/** What every operation costs now. */
export const measured = async (scenes: Scenes): Promise<Table> => {
  const table: Record<string, Cost> = {};
  for (const operation of OPERATIONS) table[operation] = await countPress({ scenes, operation });
  return table;
};

const text = (cost: Cost | undefined): string =>
  cost === undefined ? 'nothing' : `${cost.requests}; ${String(cost.units)} RU`;

/** Every operation that costs something else than it did, as a line to read. */
export const differences = (before: Table, now: Table): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter(operation => text(before[operation]) !== text(now[operation]))
    .map(operation => `${operation}: ${text(before[operation])} → ${text(now[operation])}`);
