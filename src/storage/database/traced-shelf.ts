import { z } from 'zod';
import { type Traced } from '../../use-cases/ports/tracing';
import { type Shelf } from './shelf';

const Coded = z.object({ name: z.literal('StorageFault'), code: z.number().optional() });

const codeOf = (fault: unknown): { readonly status?: number } => {
  const { code } = Coded.safeParse(fault).data ?? {};
  return code === undefined ? {} : { status: code };
};

/** Told of every request: what kind, on which container, how it ended. Never of what, nor by which query. */
export const tracedShelf = (shelf: Shelf, container: string, traced: Traced): Shelf => {
  const told = <T>(name: keyof Shelf, run: () => Promise<T>): Promise<T> =>
    traced({ name: `database ${name}`, kind: 'request', marks: { container } }, async mark => {
      try {
        return await run();
      } catch (fault) {
        mark(codeOf(fault));
        throw fault;
      }
    });
  return {
    read: (...asked) => told('read', () => shelf.read(...asked)),
    create: (...asked) => told('create', () => shelf.create(...asked)),
    replace: (...asked) => told('replace', () => shelf.replace(...asked)),
    patch: (...asked) => told('patch', () => shelf.patch(...asked)),
    remove: (...asked) => told('remove', () => shelf.remove(...asked)),
    batch: (...asked) => told('batch', () => shelf.batch(...asked)),
    query: (...asked) => told('query', () => shelf.query(...asked)),
    count: (...asked) => told('count', () => shelf.count(...asked)),
  };
};
