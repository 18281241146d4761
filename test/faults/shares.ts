import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Consecutive seeds, for one process. */
export type Share = { readonly from: number; readonly count: number };

/** The seeds in pieces small enough that no process waits long for the others. */
export const pieces = ({ from, count }: Share, size: number): readonly Share[] =>
  Array.from({ length: Math.ceil(count / size) }, (_, piece) => ({
    from: from + piece * size,
    count: Math.min(size, count - piece * size),
  }));

const PROCESSES = Math.min(2, availableParallelism());
/** What lives short is most of what there is: a larger nursery spares much sweeping. */
const ROOMY = '--max-semi-space-size=32';

/** The work's name, and what becomes of each of its answers. */
type Work<T> = { readonly name: string; readonly on: (answer: T) => void; readonly all: T[] };

/**
 * Runs every piece of the work in processes of this very program, which must call `serve` when it is started with
 * `--serve`. Gives the answers, in no order.
 */
export const shared = async <T>(
  { name, on, all }: Work<T>,
  shares: readonly Share[],
): Promise<readonly T[]> => {
  const left = [...shares];
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const [, program = ''] = process.argv;
      const child = fork(program, ['--serve'], { execArgv: [...process.execArgv, ROOMY] });
      const next = (): void => {
        const piece = left.shift();
        if (piece === undefined) child.disconnect();
        else child.send({ work: name, piece });
      };
      child.on('message', (answer: T) => {
        all.push(answer);
        on(answer);
        next();
      });
      child.on('error', reject);
      child.on('exit', code => {
        if (code === 0) resolve();
        else reject(new Error(`a process ended with ${String(code)}`));
      });
      next();
    });
  await Promise.all(Array.from({ length: Math.min(PROCESSES, shares.length) }, one));
  return all;
};

type Served = Readonly<Record<string, (piece: Share) => Promise<unknown>>>;
type Asked = { readonly work: string; readonly piece: Share };

/** Answers the pieces of work that are sent to this process, one after another. */
export const serve = (works: Served): void => {
  process.on('message', ({ work, piece }: Asked) => {
    void works[work]?.(piece).then(answer => process.send?.(answer));
  });
};
