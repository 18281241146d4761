import { performance } from 'node:perf_hooks';
import { type Element } from '../../../src/local/demo/element';
import { quantile } from '../measure';
import { journey, type Pair, press, type Pressing, type Wire } from './journey';

export type Driven = { readonly perSecond: number; readonly p99: number; readonly turns: number };

type Until = { readonly turns?: number; readonly ms?: number };
const SECOND_MS = 1_000;

/** Whoever presses does one thing at a time, whoever else it is for. */
const oneAtATime = () => {
  const last = new Map<string, Promise<unknown>>();
  return <T>(person: string, run: () => Promise<T>): Promise<T> => {
    const turn = (last.get(person) ?? Promise.resolve()).then(run);
    const over = turn.catch(() => undefined);
    last.set(person, over);
    return turn;
  };
};

/** So many people at work at once, each pressing when they have their answer, until enough was done. */
export const drive = async (
  wire: Wire,
  pairs: readonly Pair[],
  { turns = Infinity, ms = Infinity }: Until,
): Promise<Driven> => {
  const taken: number[] = [];
  const begun = performance.now();
  const goesOn = (): boolean => taken.length < turns && performance.now() - begun < ms;
  const inTurn = oneAtATime();
  const timed = async (pressing: Pressing): Promise<Element> => {
    const asked = performance.now();
    const card = await press(wire, pressing);
    taken.push(performance.now() - asked);
    return card;
  };
  const atWork = async (pair: Pair): Promise<void> => {
    while (goesOn()) await journey(pressing => inTurn(pressing.by.person, () => timed(pressing)), pair);
  };
  await Promise.all(pairs.map(atWork));
  const seconds = (performance.now() - begun) / SECOND_MS;
  return { perSecond: taken.length / seconds, p99: quantile(taken, 0.99), turns: taken.length };
};
