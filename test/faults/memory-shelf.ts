import { instantOf } from '../../src/domain/time';
import { batchOver } from '../../src/storage/database/batch';
import { type Shelf } from '../../src/storage/database/shelf';
import { type Step } from '../../src/storage/database/steps';
import { type Within } from '../../src/use-cases/ports/common';
import { type Container } from './database';

/** Carries a request to the database and its answer back, or fails on the way. */
export type Wire = <T>(name: string, effect: () => T, within: Within) => Promise<T>;

/** At once, and never fails but at the deadline. */
export const directly: Wire = async (_, effect, within) => {
  within.throwIfAborted();
  await Promise.resolve();
  return effect();
};

const idOf = ([first]: readonly Step[]): string =>
  first === undefined ? '' : 'document' in first ? first.document.id : first.id;

/** The repositories' shelf over a container in memory. `now` is the database's clock; its answers tell whole seconds. */
export const memoryShelf = (container: Container, now: () => number, wire: Wire = directly): Shelf => {
  const timed = <T>(effect: () => T) => ({
    value: effect(),
    now: instantOf(new Date(Math.floor(now() / 1_000) * 1_000)),
  });
  return {
    read: (place, within) => wire('read', () => timed(() => container.read(place)), within),
    create: (document, within) => wire('create', () => timed(() => container.create(document)), within),
    replace: (document, version, within) =>
      wire('replace', () => timed(() => container.replace(document, version)), within),
    patch: ({ version, set, ...place }, within) =>
      wire('patch', () => timed(() => container.patch(place, version, set)), within),
    remove: async ({ version, ...place }, within) => {
      await wire('remove', () => timed(() => container.remove(place, version)), within);
    },
    batch: batchOver((partition, steps, within) =>
      wire(`batch ${idOf(steps)}`, () => container.batch(partition, steps), within),
    ),
    query: (query, within) => wire('query', () => container.query(query), within),
    count: (query, within) => wire('count', () => container.query(query).length, within),
  };
};
