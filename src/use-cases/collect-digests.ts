import { type Action, DIGEST_TIME, isPending, nextReminder } from '../domain/action';
import { isEnded } from '../domain/case';
import { newOutboxId, type PersonId } from '../domain/ids';
import { type OutboxEntry } from '../domain/outbox';
import { type Instant, workingDayFrom } from '../domain/time';
import { hearersOf, isReminded } from './digest-lines';
import { keptClock } from './kept-clock';
import { type ActionFile, type CaseFile } from './ports/cases';
import { type Committed, type Within } from './ports/common';
import { systemFact } from './system-fact';
import { type World } from './world';

type Needs = Pick<World, 'cases' | 'people' | 'outbox' | 'calendar' | 'derive'>;
type Due = {
  readonly file: CaseFile;
  readonly found: ActionFile;
  readonly now: Instant;
  readonly within: Within;
};

/** One a day and person, in the morning of a working day: whatever else rings that day says the same again. */
const digestFor = ({ calendar, derive }: Needs, to: PersonId, now: Instant): OutboxEntry => {
  const on = workingDayFrom(calendar.dayOf(now), calendar);
  const morning = calendar.at(on, DIGEST_TIME);
  return {
    id: newOutboxId(derive, 'digest', to, on),
    errand: { kind: 'digest', to, on },
    at: morning > now ? morning : now,
  };
};

const ring = async (world: Needs, { found, now, within }: Due): Promise<void> => {
  const { calendar } = world;
  const everyone = await world.people.all(within);
  const hearers = hearersOf(found.action, everyone, { today: calendar.dayOf(now), calendar });
  await Promise.all(
    hearers.map(person => world.outbox.add({ person }, digestFor(world, person, now), within)),
  );
};

const remindedNext = ({ calendar }: Needs, { found, now }: Due): { readonly remindAt?: Instant } => {
  const remindAt = nextReminder(found.action.due, now, calendar);
  return remindAt === undefined ? {} : { remindAt };
};

const move = (
  world: Needs,
  { file, found, now, within }: Due,
  next: { readonly remindAt?: Instant },
): Promise<Committed> => {
  const { action, version, detail } = found;
  const fact = systemFact(world.derive, {
    operation: 'remind',
    subject: action.id,
    caseId: action.caseId,
    at: now,
    cause: ['remind', action.id, version],
  });
  const kept = detail === undefined ? {} : { keep: detail };
  const { kase } = file;
  return world.cases.commit(
    {
      ...{ file, kase, fact, outbox: [] },
      ...keptClock(kase, world.calendar),
      action: { action, version, ...next, ...kept },
    },
    within,
  );
};

/**
 * What a task whose rung has come has its people told: a digest to each, and then the task's next rung. Digests
 * come first and are there at most once a day, so that a crash between the two loses nothing and doubles nothing.
 * A task nobody shall be reminded of any more loses its rungs; one that waits for a new consent keeps those to come.
 */
export const collectDigests =
  (world: Needs) =>
  async ({ caseId, id }: Action, now: Instant, within: Within): Promise<Committed | 'no-task'> => {
    const [file, found] = await Promise.all([
      world.cases.load(caseId, within),
      world.cases.action(caseId, id, within),
    ]);
    if (file === undefined || found === undefined) return 'no-task';
    const due = { file, found, now, within };
    const today = world.calendar.dayOf(now);
    if (!isPending(found.action) || isEnded(file.kase)) return move(world, due, {});
    if (isReminded(file.kase, found.action, today)) await ring(world, due);
    return move(world, due, remindedNext(world, due));
  };
