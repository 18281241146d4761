import { type Fillings } from './settings';

const PLACEHOLDER = /\$\{\{(\w+)\}\}/g;

const inText = (text: string, fillings: Fillings): string =>
  text.replaceAll(PLACEHOLDER, (_, name: string) => {
    const filling = fillings[name];
    if (filling === undefined) throw new Error(`Nothing is known to stand in the place of ${name}.`);
    return filling;
  });

const inEntries = (held: object, fillings: Fillings): object =>
  Object.fromEntries(Object.entries(held).map(([key, value]) => [key, filled(value, fillings)]));

/** The same with every placeholder replaced. Text by text: whatever a setting holds, it stays one text. */
export const filled = (held: unknown, fillings: Fillings): unknown => {
  if (typeof held === 'string') return inText(held, fillings);
  if (Array.isArray(held)) return held.map(one => filled(one, fillings));
  return typeof held === 'object' && held !== null ? inEntries(held, fillings) : held;
};
