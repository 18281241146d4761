import { type Action } from '../domain/action';
import { type CaseId } from '../domain/ids';
import { type Instant } from '../domain/time';
import { collectDigests } from '../use-cases/collect-digests';
import { ringCaseClock } from '../use-cases/ring-case-clock';
import { type Deps, nameOf } from './deps';
import { drain } from './drain';
import { type Turn } from './leading';
import { throughAll } from './through-all';
import { storing } from './trip';

type Step = { readonly name: string; readonly id?: string };

/** Whatever fails here is logged by its id and left as it lies: still due, and taken up by the next turn. */
const guarded = async (
  { log }: Pick<Deps, 'log'>,
  { name, id }: Step,
  work: () => Promise<number>,
): Promise<number> => {
  try {
    return await work();
  } catch (fault) {
    log(`${name}-failed`, { ...(id === undefined ? {} : { id }), fault: nameOf(fault) });
    return 0;
  }
};

type Ring<T> = {
  readonly name: string;
  readonly due: () => Promise<readonly T[]>;
  readonly idOf: (one: T) => string;
  readonly ring: (one: T) => Promise<unknown>;
};

const ringAll = <T>(deps: Deps, { isStopping }: Turn, { name, due, idOf, ring }: Ring<T>): Promise<number> =>
  guarded(deps, { name }, () =>
    throughAll<T>({
      page: due,
      key: idOf,
      handle: async one => {
        if (isStopping()) return false;
        await guarded(deps, { name, id: idOf(one) }, async () => {
          await ring(one);
          return 1;
        });
        return true;
      },
    }),
  );

const digests = (deps: Deps, now: Instant): Ring<Action> => ({
  name: 'collect-digests',
  due: () => deps.world.cases.remindersDue(now, deps.settings.page, storing(deps)),
  idOf: ({ id }) => id,
  ring: action => collectDigests(deps.world)(action, now, storing(deps)),
});
const clocks = (deps: Deps, now: Instant): Ring<CaseId> => ({
  name: 'ring-case-clock',
  due: () => deps.world.cases.clocksDue(now, deps.settings.page, storing(deps)),
  idOf: id => id,
  ring: id => ringCaseClock(deps.world)(id, now, storing(deps)),
});

/**
 * One turn, by the leader only: what the calendar makes due is put into the outbox, and then the outbox is emptied
 * of what is due, and then the audit is anchored. Answers how much was taken up; 0 when another replica leads.
 * Between two of them a nudge only empties the outbox.
 */
export const clockWork = async (deps: Deps, turn: Turn): Promise<number> => {
  const leading = await turn.lead();
  if (leading === undefined) return 0;
  const now = leading.now();
  deps.statutes.look(now);
  const collected = await ringAll(deps, turn, digests(deps, now));
  const rung = await ringAll(deps, turn, clocks(deps, now));
  const carried = await drain(deps, turn);
  await deps.anchorer.whenDue(now);
  return collected + rung + carried;
};
