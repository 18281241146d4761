import { type Container } from '@azure/cosmos';
import { type Committed, type Within } from '../../use-cases/ports/common';
import { codeOf, storageFault } from '../faults';
import { bounded } from './bounded';
import { meaningOf, operationOf, type Step } from './steps';

/** A whole batch in one partition, all or nothing. Throws a StorageFault when the service fails twice. */
export type Batch = (partition: string, steps: readonly Step[], within: Within) => Promise<Committed>;

type Answer = readonly { readonly statusCode: number }[];
type Send = () => Promise<Answer>;

const NOT_RUN = 424;

/**
 * A batch whose answer was lost may have been done. The same one is sent once more: its ids are the same, so the
 * audit event's 409 then says that it was.
 */
const onceMore = async (send: Send, within: Within): Promise<Answer> => {
  try {
    return await send().catch(() => bounded(within, send));
  } catch (fault) {
    within.throwIfAborted();
    throw storageFault('batch', codeOf(fault));
  }
};

/** Sends one batch, and answers with each step's code. */
export type SendBatch = (partition: string, steps: readonly Step[], within: Within) => Promise<Answer>;

const sendingTo =
  (container: Container): SendBatch =>
  async (partition, steps, within) => {
    const { result } = await bounded(within, () =>
      container.items.batch(steps.map(operationOf), partition, { abortSignal: within }),
    );
    return result ?? [];
  };

/** Logical failures come as values: 409 on the audit event is `already-done`, 412 and the like `changed-meanwhile`. */
export const batchOver = (send: SendBatch): Batch => {
  const run: Batch = async (partition, steps, within) => {
    const answer = await onceMore(() => send(partition, steps, within), within);
    const at = answer.findIndex(({ statusCode }) => statusCode >= 400 && statusCode !== NOT_RUN);
    const [step, code] = [steps[at], answer[at]?.statusCode];
    if (step === undefined || code === undefined) return 'done';
    const meaning = meaningOf(step, code);
    if (meaning === undefined) throw storageFault('batch', code);
    return meaning === 'skip' ? run(partition, steps.toSpliced(at, 1), within) : meaning;
  };
  return run;
};

export const batchIn = (container: Container): Batch => batchOver(sendingTo(container));
