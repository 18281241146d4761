import { type Within } from '../use-cases/ports/common';
import { type OutboxFile } from '../use-cases/ports/outbox';
import { type Deps } from './deps';
import { type Leading } from './leading';
import { type Fate, type Trying } from './retry';

/** One claimed entry on its way, under the lease it was claimed by. */
export type Trip = {
  readonly file: OutboxFile;
  readonly leading: Leading;
  /** Is told how it ended, where somebody wants to know. */
  readonly ended?: (outcome: string) => void;
};

/** Within what one step in the database must end. */
export const storing = ({ settings, timeout }: Pick<Deps, 'settings' | 'timeout'>): Within =>
  timeout(settings.storeMs);

export const tryingOf = ({ random }: Pick<Deps, 'random'>, { file, leading }: Trip): Trying => ({
  now: leading.now(),
  attempts: file.attempts,
  chance: random(),
});

/** Stores what becomes of an entry that was not sent. */
export const meet = async (deps: Deps, { file }: Trip, fate: Fate): Promise<void> => {
  const { outbox } = deps.world;
  switch (fate.kind) {
    case 'postpone':
      return outbox.postpone(file, fate.at, storing(deps));
    case 'settle':
      deps.meters.settled(fate.state);
      return outbox.settle(file, fate.state, storing(deps));
    case 'leave':
      return;
  }
};

/** A write that must not be lost to a passing fault: tried a few times, a little longer apart; then it throws. */
export const insist = async (deps: Deps, write: () => Promise<void>): Promise<void> => {
  const { ackTries } = deps.settings;
  for (let attempt = 1; attempt < ackTries; attempt += 1) {
    const done = await write().then(
      () => true,
      () => false,
    );
    if (done) return;
    await deps.sleep(50 * 2 ** attempt);
  }
  await write();
};
