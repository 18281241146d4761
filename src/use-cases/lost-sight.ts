import { type Case } from '../domain/case';
import { isGroup, sameHolding, type Holding } from '../domain/groups';
import { type Person } from '../domain/people';
import { type Moment } from '../domain/time';
import { mayReadDetail, visible } from '../policy/visible';
import { mayHear } from './may-hear';

/**
 * Whether what this person was shown of a case holds something they may no longer see: they are out of it, or what
 * was open to them is shut.
 */
export const hasLostSight = (
  person: Person,
  kase: Case,
  { shown, now }: { readonly shown: readonly Holding[]; readonly now: Moment },
): boolean => {
  const seen = visible(person, kase, now);
  const isOpen = (holding: Holding): boolean =>
    seen.some(one => sameHolding(one, holding)) ||
    mayReadDetail(person, kase, { detail: holding, today: now.today });
  const sealed = shown.filter(({ section }) => isGroup(section));
  return !mayHear(person, kase) || !sealed.every(isOpen);
};
