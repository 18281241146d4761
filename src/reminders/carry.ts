import { type OutboxFile } from '../use-cases/ports/outbox';
import { putOnAgenda } from '../use-cases/put-on-agenda';
import { addressOf } from './addresses';
import { type Deps } from './deps';
import { type Leading } from './leading';
import { type Delivery, letterFor, type Sendable, subjectOf } from './letters';
import { type Fate, tryShortly } from './retry';
import { sendOut } from './send-out';
import { insist, meet, storing, type Trip, tryingOf } from './trip';

/** One look at the outbox: what was sent since then was drawn after everything it found had been caused. */
export type Round = { readonly leading: Leading; readonly drawn: Set<string> };

const DROPPED: Fate = { kind: 'settle', state: 'dropped' };

const lay = async (deps: Deps, trip: Trip, errand: Parameters<ReturnType<typeof putOnAgenda>>[0]) => {
  const { file, leading } = trip;
  const laid = await putOnAgenda(deps.world)(errand, leading.now(), storing(deps));
  if (laid === 'changed-meanwhile') return meet(deps, trip, tryShortly(tryingOf(deps, trip)));
  if (laid === 'left-out') return meet(deps, trip, DROPPED);
  return insist(deps, () => deps.world.outbox.acknowledge(file, undefined, storing(deps)));
};

/** Stores what became of it; answers whether it was sent. */
const concluded = async (deps: Deps, trip: Trip, outcome: Fate | 'sent'): Promise<boolean> => {
  if (outcome === 'sent') return true;
  await meet(deps, trip, outcome);
  return false;
};

/** The intent is stored before anything leaves, so that a crash from here on is known to be one. */
const deliver = async (deps: Deps, trip: Trip, delivery: Delivery): Promise<boolean> => {
  const file = await deps.world.outbox.intend(trip.file, storing(deps));
  if (file === undefined) return false;
  const intended = { ...trip, file };
  const address = await addressOf(deps, delivery, intended);
  if (!address.ok) return concluded(deps, intended, address.error);
  const outgoing = { trip: intended, message: delivery.message };
  return concluded(deps, intended, await sendOut(deps, outgoing, address.value));
};

/** What is still true is sent, as it is now; the rest is dropped, or waits. */
const send = async (deps: Deps, trip: Trip, errand: Sendable): Promise<boolean> => {
  const at = { now: trip.leading.now(), within: storing(deps) };
  const letter = await letterFor(deps.world, errand, at);
  if (letter.kind === 'nothing') return concluded(deps, trip, DROPPED);
  if (letter.kind === 'later') return concluded(deps, trip, tryShortly(tryingOf(deps, trip)));
  return deliver(deps, trip, letter);
};

/**
 * Claim → re-check → intend → fence → send → acknowledge (design.md §7). Cut off anywhere, the entry is due again
 * when its claim ends. What this round has drawn already is not drawn again.
 */
export const carry = async (deps: Deps, found: OutboxFile, { leading, drawn }: Round): Promise<void> => {
  const { until, epoch } = leading.lease;
  const file = await deps.world.outbox.claim(found, { until, epoch }, storing(deps));
  if (file === undefined) return;
  const trip = { file, leading };
  const { errand } = file.entry;
  if (errand.kind === 'put-on-agenda') return lay(deps, trip, errand);
  const subject = subjectOf(errand);
  if (subject !== undefined && drawn.has(subject)) return meet(deps, trip, DROPPED);
  const sent = await send(deps, trip, errand);
  if (sent && subject !== undefined) drawn.add(subject);
};
