import { doneCard, type Done } from '../cards/done';
import { refusalCard } from '../cards/refusals';
import { type Card } from '../cards/template';
import { type Case } from '../domain/case';
import { type Refusal } from '../domain/refusal';
import { type Result } from '../result';
import { type Deps } from './deps';
import { type Turn } from './handler';

/** What was just done to a case; one that waits for the group is told the day it really meets. */
export const doneOr = async (
  { does }: Pick<Deps, 'does'>,
  { asked, d }: Turn,
  { done, what }: { readonly done: Result<Case, Refusal>; readonly what: Done },
): Promise<Card> => {
  if (!done.ok) return refusalCard(d, done.error);
  const kase = done.value;
  return kase.state === 'ready-for-review'
    ? doneCard(d, { kase, what, nextMeeting: (await does.whenNext(asked)).on })
    : doneCard(d, { kase, what });
};
