import { newOutboxId, type OutboxId } from '../domain/ids';
import { type Errand } from '../domain/outbox';
import { type Instant } from '../domain/time';
import { type Within } from './ports/common';
import { coordinatorsAmong, noticeTo } from './recipients';
import { type World } from './world';

type Needs = Pick<World, 'cases' | 'people' | 'outbox' | 'derive'>;
type Telling = Extract<Errand, { kind: 'tell-coordinators' }>;
/** `cause`: carried again, it puts nothing twice into the outbox. */
type At = { readonly now: Instant; readonly cause: OutboxId; readonly within: Within };

/**
 * Puts a notice in the outbox for each of them: whoever presses need not wait for the directory. Nothing is put where no
 * case is.
 */
export const tellCoordinators =
  (world: Needs) =>
  async ({ caseId, code, notice, but }: Telling, { now, cause, within }: At): Promise<void> => {
    const [file, everyone] = await Promise.all([world.cases.load(caseId, within), world.people.all(within)]);
    if (file === undefined) return;
    const told = coordinatorsAmong(everyone).filter(id => !but.includes(id));
    await Promise.all(
      told.map(to => {
        const id = newOutboxId(world.derive, 'tell-coordinators', to, cause);
        const errand = noticeTo(to, { id: caseId, code }, notice);
        return world.outbox.add({ caseId }, { id, errand, at: now }, within);
      }),
    );
  };
