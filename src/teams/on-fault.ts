import { z } from 'zod';
import { type Again, errorCard, tooLateCard } from '../cards/refusals';
import { type Card } from '../cards/template';
import { type Words } from '../i18n/words';
import { type Within } from '../use-cases/ports/common';
import { type Deps } from './deps';
import { nonce } from './wire/command-id';
import { type Press } from './wire/press';

/** The kind of fault, for the log: never its text, which may be anybody's. */
export const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : 'unknown');

/** An id for what went wrong: shown to whoever pressed, and on the line in the log. */
export const correlationId = (): string => nonce().slice(0, 12);

type Failed = {
  readonly fault: unknown;
  readonly within: Within;
  readonly t: Words;
  readonly isVerb: boolean;
};

const Carried = z.record(z.string(), z.union([z.string().max(4_000), z.number()]));

/** The same press once more; not of what is no verb, nor of what no card of ours carries. */
const againOf = ({ verb, data }: Press, isVerb: boolean): { readonly again?: Again } => {
  const carried = Carried.safeParse(data).data;
  return isVerb && carried !== undefined ? { again: { verb, carried } } : {};
};

/** A fault is told with an id and nothing else; the log has the id and the kind of fault, never a text of anybody's. */
export const onFault = (deps: Deps, press: Press, { fault, within, t, isVerb }: Failed): Card => {
  const correlation = correlationId();
  const late = within.aborted;
  deps.log(late ? 'turn-too-late' : 'turn-failed', {
    correlation,
    verb: isVerb ? press.verb : 'unknown',
    fault: nameOf(fault),
  });
  const trouble = { correlation, ...againOf(press, isVerb) };
  return late ? tooLateCard(t, trouble) : errorCard(t, trouble);
};
