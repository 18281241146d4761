import { z } from 'zod';
import { type Again, errorCard, tooLateCard } from '../cards/refusals';
import { type Card } from '../cards/template';
import { type Words } from '../i18n/words';
import { type Within } from '../use-cases/ports/common';
import { type Deps } from './deps';
import { type Ended } from './turns';
import { correlationId, nameOf } from './wire/correlation';
import { type Press } from './wire/press';

type Failed = {
  readonly fault: unknown;
  readonly within: Within;
  readonly t: Words;
  readonly isVerb: boolean;
  readonly ended: Ended;
};

const Carried = z.record(z.string(), z.union([z.string().max(4_000), z.number()]));

/** The same press once more; not of what is no verb, nor of what no card of ours carries. */
const againOf = ({ verb, data }: Press, isVerb: boolean): { readonly again?: Again } => {
  const carried = Carried.safeParse(data).data;
  return isVerb && carried !== undefined ? { again: { verb, carried } } : {};
};

type Noted = Pick<Failed, 'fault' | 'within'> & { readonly verb: string; readonly ended?: Ended };

/** The log has an id, the verb and the kind of fault, never a text of anybody's; the id is what may be told. */
export const faultNoted = ({ log }: Pick<Deps, 'log'>, { verb, fault, within, ended }: Noted) => {
  const correlation = correlationId();
  const isLate = within.aborted;
  log(isLate ? 'turn-too-late' : 'turn-failed', { correlation, verb, fault: nameOf(fault) });
  ended?.({ outcome: isLate ? 'too-late' : 'failed', correlation });
  return { correlation, isLate };
};

/** A fault is told with an id and nothing else. */
export const onFault = (deps: Deps, press: Press, { isVerb, t, ...failed }: Failed): Card => {
  const { correlation, isLate } = faultNoted(deps, { ...failed, verb: isVerb ? press.verb : 'unknown' });
  const trouble = { correlation, ...againOf(press, isVerb) };
  return isLate ? tooLateCard(t, trouble) : errorCard(t, trouble);
};
