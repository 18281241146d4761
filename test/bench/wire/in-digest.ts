import { briefOf } from '../../../src/domain/action';
import { aCase, anAction } from '../../builders/cases';
import { day } from '../../builders/ids';
import { type GoodPress } from '../../teams/good-press';
import { GOOD } from '../../teams/presses';
import { there } from '../../storage/given';
import { heldBy, type House, ORIGIN, putTaskIn } from '../../use-cases/asking';

/** Late enough that a digest speaks of it to everybody it will ever be told to. */
const LATE = day('2026-11-20');
const late = (house: House): void => {
  const action = anAction({ due: LATE });
  putTaskIn(house, {
    kase: aCase({ state: 'mapping', holdings: heldBy(ORIGIN), actions: [briefOf(action)] }),
    action,
  });
};

const inDigest = (verb: string): GoodPress => {
  const good = there(GOOD[verb]);
  return { ...good, given: late, data: { ...good.data, list: 'digest' } };
};

/** What an owner presses in the morning, where it really stands: in the digest, about a task that is late. */
export const IN_DIGEST: Readonly<Record<string, GoodPress & { readonly verb: string }>> = Object.fromEntries(
  ['complete-action', 'ask-new-date', 'block-action'].map(verb => [
    `${verb} in a digest`,
    { verb, ...inDigest(verb) },
  ]),
);
