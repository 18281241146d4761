import { type Errand } from '../domain/outbox';
import { findMessages } from '../use-cases/find-messages';
import { putOnAgenda } from '../use-cases/put-on-agenda';
import { stopWork } from '../use-cases/stop-work';
import { type Deps } from './deps';
import { type Fate, tryShortly } from './retry';
import { insist, meet, storing, type Trip, tryingOf } from './trip';

const STEPS = ['put-on-agenda', 'stop-work', 'find-messages'] as const;
type StepKind = (typeof STEPS)[number];
/** An errand that is carried out in the database: nothing is sent by it, others are put beside it. */
export type StepErrand = Extract<Errand, { readonly kind: StepKind }>;

export const isStep = (errand: Errand): errand is StepErrand => STEPS.some(kind => kind === errand.kind);

/** `again`: not all of it could be done now. */
type Carried = 'done' | 'dropped' | 'again';

const carriedOut = async (deps: Deps, { leading }: Trip, errand: StepErrand): Promise<Carried> => {
  const { world } = deps;
  switch (errand.kind) {
    case 'put-on-agenda': {
      const laid = await putOnAgenda(world)(errand, leading.now(), storing(deps));
      return laid === 'changed-meanwhile' ? 'again' : laid === 'left-out' ? 'dropped' : 'done';
    }
    case 'stop-work': {
      const steps = { now: leading.now(), within: () => storing(deps), goesOn: leading.hasRoom };
      return (await stopWork(world)(errand, steps)) === 'done' ? 'done' : 'again';
    }
    case 'find-messages':
      await findMessages(world)(errand, storing(deps));
      return 'done';
  }
};

const DROPPED: Fate = { kind: 'settle', state: 'dropped' };

/** Carries a step out; what it leaves undone is taken up again shortly. */
export const takeStep = async (deps: Deps, trip: Trip, errand: StepErrand): Promise<void> => {
  const carried = await carriedOut(deps, trip, errand);
  if (carried === 'again') return meet(deps, trip, tryShortly(tryingOf(deps, trip)));
  if (carried === 'dropped') return meet(deps, trip, DROPPED);
  return insist(deps, () => deps.world.outbox.acknowledge(trip.file, undefined, storing(deps)));
};
