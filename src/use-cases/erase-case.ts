import { type Holding, sameHolding } from '../domain/groups';
import { erased, withoutKeys } from '../domain/retention';
import { forgettingNumber, identityOf } from './forget-number';
import { keptClock } from './kept-clock';
import { type Committed } from './ports/common';
import { type Ringing } from './ringing';
import { systemFact } from './system-fact';
import { type World } from './world';

type Needs = Pick<World, 'cases' | 'pointers' | 'calendar' | 'derive'>;

/** Once each: the content of the case, and that its keys are gone. */
const factOf = (
  { derive }: Needs,
  { file, now }: Ringing,
  { cause, gone = [] }: { readonly cause: string; readonly gone?: readonly Holding[] },
) =>
  systemFact(derive, {
    operation: 'erase-case',
    subject: file.kase.id,
    caseId: file.kase.id,
    at: now,
    cause: [cause, file.kase.id],
    ...(gone.length === 0 ? {} : { erased: gone }),
  });

/** What there is a key for; one was made for the identity whether or not it was given. */
const goneWith = async (world: Needs, { file: { kase }, within }: Ringing): Promise<readonly Holding[]> =>
  (await world.cases.sealedUnder(kase.id, within)).filter(
    holding => kase.named || !sameHolding(holding, identityOf(kase)),
  );

/** The clock stays where it rings, so that what is cut off before the keys are gone is taken up again. */
const empty = async (world: Needs, ringing: Ringing): Promise<Committed> => {
  const { file, now, within } = ringing;
  const kase = erased(file.kase, world.calendar.dayOf(now));
  const fact = factOf(world, ringing, { cause: 'erase-case', gone: await goneWith(world, ringing) });
  const clock = keptClock(kase, world.calendar);
  return world.cases.commit({ file, kase, erased: file.sealed, fact, outbox: [], ...clock }, within);
};

/** Keys first, then the event that says so: it never says too much. */
const finish = async (world: Needs, ringing: Ringing): Promise<Committed> => {
  const { file, within } = ringing;
  const kase = withoutKeys(file.kase);
  await world.cases.destroyKeys(kase.id, 'all', within);
  const fact = factOf(world, ringing, { cause: 'destroy-keys' });
  return world.cases.commit({ file, kase, fact, outbox: [], ...keptClock(kase, world.calendar) }, within);
};

/**
 * What was kept long enough goes for good (domain.md §12): the identity's number is forgotten, the content becomes
 * nothing, and every key of the case is destroyed, so that what was sealed under them beside it is gone, too, here and in
 * every copy. In two steps, each an event; may be run again after any crash, and takes up what was cut off.
 */
export const eraseCase = async (world: Needs, ringing: Ringing): Promise<Committed> => {
  const { file, within } = ringing;
  if (file.kase.erasing === true) return finish(world, ringing);
  const emptied = await forgettingNumber(world, ringing, () => empty(world, ringing));
  const now = emptied === 'changed-meanwhile' ? undefined : await world.cases.load(file.kase.id, within);
  return now === undefined ? emptied : finish(world, { ...ringing, file: now });
};
