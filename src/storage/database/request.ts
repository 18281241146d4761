import { z } from 'zod';
import { type Instant, instantOf } from '../../domain/time';
import { type Timed } from '../../use-cases/ports/outbox';
import { type Within } from '../../use-cases/ports/common';
import { codeOf, storageFault } from '../faults';
import { bounded } from './bounded';

const Refused = z.object({ code: z.number(), headers: z.unknown() });
const Headers = z.object({ date: z.string() });

/** The database's own time, which every answer carries in whole seconds. */
const timeOf = (headers: unknown): Instant => {
  const { data } = Headers.safeParse(headers);
  if (data === undefined) throw storageFault('reading the time of an answer');
  return instantOf(new Date(data.date));
};

type Answered = { readonly resource?: unknown; readonly headers: unknown };
/** `no`: the codes that are an expected no. */
type Asked = {
  readonly doing: string;
  readonly no: readonly number[];
  readonly run: () => Promise<Answered>;
};

/** An expected no is undefined. Anything else that fails is a StorageFault, without the service's own words. */
export const request = async ({ doing, no, run }: Asked, within: Within): Promise<Timed<unknown>> => {
  try {
    const { resource, headers } = await bounded(within, run);
    return { value: resource, now: timeOf(headers) };
  } catch (error) {
    within.throwIfAborted();
    const { data: refused } = Refused.safeParse(error);
    if (refused === undefined || !no.includes(refused.code)) throw storageFault(doing, codeOf(error));
    return { value: undefined, now: timeOf(refused.headers) };
  }
};
