import { type Posted } from '../domain/posted';
import { err, type Result } from '../result';
import { type Message, type SendFailure } from '../use-cases/ports/messenger';
import { type Address } from './addresses';
import { type Deps, nameOf } from './deps';
import { countFailure } from './meters';
import { paced } from './paced';
import { type Slot } from './pacing';
import { type Fate, fateOf } from './retry';
import { insist, storing, type Trip, tryingOf } from './trip';

type Outgoing = {
  readonly trip: Trip;
  /** What to say, by a look now; or what becomes of the errand when there is nothing to say any more. */
  readonly look: () => Promise<Result<Message, Fate>>;
};
type Leaving = { readonly trip: Trip; readonly message: Message };

/** A port that throws has told nothing: the message may have left. */
const attempt = async (
  deps: Deps,
  { trip, message }: Leaving,
  address: Address,
): Promise<Result<Posted, SendFailure>> => {
  const { id } = trip.file.entry;
  try {
    return await address.send({ id, message }, deps.timeout(deps.settings.sendMs));
  } catch (fault) {
    deps.log('send-failed', { id, fault: nameOf(fault) });
    return err({ kind: 'ambiguous' });
  }
};

const acknowledge = (deps: Deps, { file }: Trip, posted: Posted | undefined): Promise<void> =>
  insist(deps, () => deps.world.outbox.acknowledge(file, posted, storing(deps)));

const onFailure = async (
  deps: Deps,
  outgoing: Outgoing,
  { ifGone, failure }: Pick<Address, 'ifGone'> & { readonly failure: SendFailure },
): Promise<Fate | 'sent'> => {
  countFailure(deps.meters, failure);
  if (failure.kind !== 'gone' || ifGone === undefined) return fateOf(failure, tryingOf(deps, outgoing.trip));
  return ifGone === 'drop' ? { kind: 'settle', state: 'dropped' } : sendOut(deps, outgoing, ifGone);
};

/** The last look, and the fence after it. The slot is spent only if something leaves. */
const checked = async ({ trip, look }: Outgoing, slot: Slot): Promise<Result<Message, Fate>> => {
  let leaves = false;
  try {
    const message = await look();
    leaves = message.ok && trip.leading.hasRoom();
    return message.ok && !leaves ? err({ kind: 'leave' }) : message;
  } finally {
    if (leaves) slot.begin();
    else slot.giveBack();
  }
};

/**
 * pace → last look → fence → send → acknowledge, for an entry whose intent is stored. Past the fence nothing is sent: the
 * entry is left, and is due again when its claim ends.
 */
export const sendOut = async (deps: Deps, outgoing: Outgoing, address: Address): Promise<Fate | 'sent'> => {
  const { trip } = outgoing;
  const slot = await paced(deps, trip, address.thread);
  if (!slot.ok) return slot.error;
  const message = await checked(outgoing, slot.value);
  if (!message.ok) return message.error;
  const sent = await attempt(deps, { trip, message: message.value }, address);
  if (!sent.ok) return onFailure(deps, outgoing, { ...address, failure: sent.error });
  await acknowledge(deps, trip, address.posts ? sent.value : undefined);
  deps.meters.sent(Date.parse(trip.leading.now()) - Date.parse(trip.file.entry.at));
  return 'sent';
};
