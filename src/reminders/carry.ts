import { err, ok, type Result } from '../result';
import { type Message } from '../use-cases/ports/messenger';
import { type OutboxFile } from '../use-cases/ports/outbox';
import { addressOf } from './addresses';
import { type Deps } from './deps';
import { type Leading } from './leading';
import { type Delivery, isDelivery, type Letter, type Unsent } from './letter';
import { letterFor, type Sendable, subjectOf } from './letters';
import { type Fate, tryShortly } from './retry';
import { sendOut } from './send-out';
import { isStep, takeStep } from './steps';
import { meet, storing, type Trip, tryingOf } from './trip';

/** One look at the outbox: what was sent since then was drawn after everything it found had been caused. */
export type Round = { readonly leading: Leading; readonly drawn: Set<string> };

const DROPPED: Fate = { kind: 'settle', state: 'dropped' };

const outcomeOf = (outcome: Fate | 'sent'): string => {
  if (outcome === 'sent') return outcome;
  return outcome.kind === 'settle' ? outcome.state : outcome.kind;
};

/** Stores what became of it; answers whether it was sent. */
const concluded = async (deps: Deps, trip: Trip, outcome: Fate | 'sent'): Promise<boolean> => {
  trip.ended?.(outcomeOf(outcome));
  if (outcome === 'sent') return true;
  await meet(deps, trip, outcome);
  return false;
};

const whyNot = (deps: Deps, trip: Trip, letter: Unsent): Fate => {
  if (letter.kind === 'nothing') return DROPPED;
  return letter.at === undefined ? tryShortly(tryingOf(deps, trip)) : { kind: 'postpone', at: letter.at };
};

type Asked = { readonly trip: Trip; readonly letter: () => Promise<Letter> };

/**
 * The intent is stored before anything leaves, so that a crash from here on is known to be one. What is said is drawn
 * by a last look just before it leaves: what has stopped being true by then is not sent.
 */
const deliver = async (deps: Deps, { trip, letter }: Asked, delivery: Delivery): Promise<boolean> => {
  const file = await deps.world.outbox.intend(trip.file, storing(deps));
  if (file === undefined) return false;
  const intended = { ...trip, file };
  const address = await addressOf(deps, delivery, intended);
  if (!address.ok) return concluded(deps, intended, address.error);
  const look = async (): Promise<Result<Message, Fate>> => {
    const now = await letter();
    return isDelivery(now) ? ok(now.message) : err(whyNot(deps, intended, now));
  };
  return concluded(deps, intended, await sendOut(deps, { trip: intended, look }, address.value));
};

/** What is still true is sent, as it is now; the rest is dropped, or waits. */
const send = async (deps: Deps, trip: Trip, errand: Sendable): Promise<boolean> => {
  const letter = (): Promise<Letter> =>
    letterFor(deps.world, errand, { now: trip.leading.now(), within: storing(deps) });
  const first = await letter();
  return isDelivery(first)
    ? deliver(deps, { trip, letter }, first)
    : concluded(deps, trip, whyNot(deps, trip, first));
};

const sendTraced = (deps: Deps, trip: Trip, errand: Sendable): Promise<boolean> =>
  deps.traced({ name: 'send', kind: 'send', marks: { errand: errand.kind } }, mark => {
    const ended = (outcome: string): void => {
      mark({ outcome });
    };
    return send(deps, { ...trip, ended }, errand);
  });

/**
 * Claim → re-check → intend → fence → re-check → send → acknowledge (design.md §7). Cut off anywhere, the entry is due again
 * when its claim ends. What this round has drawn already is not drawn again.
 */
export const carry = async (deps: Deps, found: OutboxFile, { leading, drawn }: Round): Promise<void> => {
  const { until, epoch } = leading.lease;
  const file = await deps.world.outbox.claim(found, { until, epoch }, storing(deps));
  if (file === undefined) return;
  const trip = { file, leading };
  const { errand } = file.entry;
  if (isStep(errand)) return takeStep(deps, trip, errand);
  const subject = subjectOf(errand);
  if (subject !== undefined && drawn.has(subject)) return meet(deps, trip, DROPPED);
  const sent = await sendTraced(deps, trip, errand);
  if (sent && subject !== undefined) drawn.add(subject);
};
