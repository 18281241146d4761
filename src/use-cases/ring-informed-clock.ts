import { type Case } from '../domain/case';
import { sameHolding } from '../domain/groups';
import { askOn, eraseOn, isUninformed, mustLoseName } from '../domain/informed-clock';
import { type Errand } from '../domain/outbox';
import { entriesFor } from './asked';
import { forgettingNumber, identityOf } from './forget-number';
import { clockAfter } from './kept-clock';
import { type Committed } from './ports/common';
import { type Ringing } from './ringing';
import { systemFact } from './system-fact';
import { type World } from './world';

type Needs = Pick<World, 'cases' | 'pointers' | 'calendar' | 'derive'>;

/** Nothing is due on this rung: only the clock moves on. */
const moveOn = (world: Needs, { file, now, within }: Ringing): Promise<Committed> => {
  const { kase, version } = file;
  const fact = systemFact(world.derive, {
    operation: 'remind',
    subject: kase.id,
    caseId: kase.id,
    at: now,
    cause: ['informed-clock', kase.id, version],
  });
  return world.cases.commit(
    { file, kase, fact, outbox: [], ...clockAfter(kase, now, world.calendar) },
    within,
  );
};

const question = (kase: Case, world: Needs): Errand => ({
  kind: 'notice',
  to: kase.author,
  caseId: kase.id,
  code: kase.code,
  notice: { kind: 'informed-unanswered', eraseOn: eraseOn(kase, world.calendar) },
});

/** The author is asked once, whatever happens on the way: a second ring finds the first one's command. */
const ask = async (world: Needs, ringing: Ringing): Promise<Committed> => {
  const { file, now, within } = ringing;
  const { kase } = file;
  const fact = systemFact(world.derive, {
    operation: 'remind',
    subject: kase.id,
    caseId: kase.id,
    at: now,
    cause: ['informed-unanswered', kase.id],
  });
  const outbox = entriesFor(world, fact, [question(kase, world)]);
  const clock = clockAfter(kase, now, world.calendar);
  const asked = await world.cases.commit({ file, kase, fact, outbox, ...clock }, within);
  return asked === 'already-done' ? moveOn(world, ringing) : asked;
};

const withoutIdentity = (world: Needs, { file, now, within }: Ringing): Promise<Committed> => {
  const { kase, version } = file;
  const erased = identityOf(kase);
  const holdings = kase.holdings.filter(holding => !sameHolding(holding, erased));
  const fact = systemFact(world.derive, {
    operation: 'erase-identity',
    subject: kase.id,
    caseId: kase.id,
    at: now,
    cause: ['erase-identity', kase.id, version],
    erased: [erased],
  });
  const nameless = { ...kase, named: false, holdings };
  const clock = clockAfter(nameless, now, world.calendar);
  return world.cases.commit({ file, kase: nameless, erased: [erased], fact, outbox: [], ...clock }, within);
};

const erase = (world: Needs, ringing: Ringing): Promise<Committed> =>
  forgettingNumber(world, ringing, () => withoutIdentity(world, ringing));

const hasIdentity = (kase: Case): boolean =>
  kase.holdings.some(holding => sameHolding(holding, identityOf(kase)));

/**
 * "Informed?" still unanswered: on day 14 its author is asked, on day 30 the identity is erased (domain.md §3),
 * the latter also when the case has ended meanwhile.
 * May be run again after any crash. `changed-meanwhile`: somebody was first, and the clock is still due.
 */
export const ringInformedClock = (world: Needs, ringing: Ringing): Promise<Committed> => {
  const today = world.calendar.dayOf(ringing.now);
  const { kase } = ringing.file;
  if (today >= eraseOn(kase, world.calendar))
    return mustLoseName(kase) && hasIdentity(kase) ? erase(world, ringing) : moveOn(world, ringing);
  const asks = isUninformed(kase) && today >= askOn(kase, world.calendar);
  return asks ? ask(world, ringing) : moveOn(world, ringing);
};
