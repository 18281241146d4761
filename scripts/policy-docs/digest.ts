import { createHash } from 'node:crypto';
import { type Tables } from '../../src/policy/tables';

/** A list of names is a set; the order it is written in says nothing, nor does that of the rows. */
const settled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(String).toSorted();
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, held]) => [name, settled(held)]);
};

/** Names the tables by what they say: another cell, another digest. */
export const digestOf = (tables: Tables): string =>
  createHash('sha256')
    .update(JSON.stringify(settled(tables)))
    .digest('hex')
    .slice(0, 16);
