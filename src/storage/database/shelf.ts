import { type Container } from '@azure/cosmos';
import { type Timed } from '../../use-cases/ports/outbox';
import { type Version, type Within } from '../../use-cases/ports/common';
import { type Batch, batchIn } from './batch';
import { queriesIn, type Query } from './query';
import { request } from './request';
import { type Document } from './steps';
import { etagOf } from './version';

type Place = { readonly id: string; readonly pk: string };

/** One container, as much of it as the repositories use. What is stored comes back with the database's own time. */
export type Shelf = {
  /** Undefined when there is no such document. One request. */
  readonly read: (place: Place, within: Within) => Promise<Timed<unknown>>;
  /** Undefined when its id is taken. */
  readonly create: (document: Document, within: Within) => Promise<Timed<unknown>>;
  /** Undefined when it is gone or no longer the version that was read. */
  readonly replace: (document: Document, version: Version, within: Within) => Promise<Timed<unknown>>;
  /** Changes single values in place; undefined as for `replace`. */
  readonly patch: (
    place: Place & { readonly version: Version; readonly set: Readonly<Record<string, string | number>> },
    within: Within,
  ) => Promise<Timed<unknown>>;
  /** Does nothing when it is gone or no longer the version that was read. */
  readonly remove: (place: Place & { readonly version: Version }, within: Within) => Promise<void>;
  readonly batch: Batch;
  readonly query: (query: Query, within: Within) => Promise<readonly unknown[]>;
  readonly count: (query: Query, within: Within) => Promise<number>;
};

const CHANGED = [404, 412];
const options = (within: Within, version: Version) => ({
  abortSignal: within,
  accessCondition: { type: 'IfMatch', condition: etagOf(version) },
});

const changesIn = (container: Container): Pick<Shelf, 'replace' | 'patch' | 'remove'> => ({
  replace: (document, version, within) =>
    request(
      {
        doing: `replace ${container.id}`,
        no: CHANGED,
        run: () =>
          container.item(document.id, document.pk).replace({ ...document }, options(within, version)),
      },
      within,
    ),
  patch: ({ id, pk, version, set }, within) =>
    request(
      {
        doing: `patch ${container.id}`,
        no: CHANGED,
        run: () =>
          container.item(id, pk).patch(
            Object.entries(set).map(([path, value]) => ({ op: 'set' as const, path: `/${path}`, value })),
            options(within, version),
          ),
      },
      within,
    ),
  remove: async ({ id, pk, version }, within) => {
    const run = () => container.item(id, pk).delete(options(within, version));
    await request({ doing: `remove ${container.id}`, no: CHANGED, run }, within);
  },
});

/** The library's container behind the few things the repositories ask of it. */
export const shelfOf = (container: Container): Shelf => ({
  read: ({ id, pk }, within) =>
    request(
      {
        doing: `read ${container.id}`,
        no: [404],
        run: () => container.item(id, pk).read({ abortSignal: within }),
      },
      within,
    ),
  create: (document, within) =>
    request(
      {
        doing: `create ${container.id}`,
        no: [409],
        run: () => container.items.create({ ...document }, { abortSignal: within }),
      },
      within,
    ),
  ...changesIn(container),
  batch: batchIn(container),
  ...queriesIn(container),
});
