import { type Posted } from '../domain/posted';
import { err, type Result } from '../result';
import { type Message, type SendFailure } from '../use-cases/ports/messenger';
import { type Address } from './addresses';
import { type Deps, nameOf } from './deps';
import { paced } from './paced';
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
    return await address.send({ id, message }, AbortSignal.timeout(deps.settings.sendMs));
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
  if (failure.kind !== 'gone' || ifGone === undefined) return fateOf(failure, tryingOf(deps, outgoing.trip));
  return ifGone === 'drop' ? { kind: 'settle', state: 'dropped' } : sendOut(deps, outgoing, ifGone);
};

/**
 * pace → last look → fence → send → acknowledge, for an entry whose intent is stored. Past the fence nothing is sent: the
 * entry is left, and is due again when its claim ends.
 */
export const sendOut = async (deps: Deps, outgoing: Outgoing, address: Address): Promise<Fate | 'sent'> => {
  const { trip } = outgoing;
  const full = await paced(deps, trip, address.thread);
  if (full !== undefined) return full;
  const message = await outgoing.look();
  if (!message.ok) return message.error;
  if (!trip.leading.hasRoom()) return { kind: 'leave' };
  const sent = await attempt(deps, { trip, message: message.value }, address);
  if (!sent.ok) return onFailure(deps, outgoing, { ...address, failure: sent.error });
  await acknowledge(deps, trip, address.posts ? sent.value : undefined);
  return 'sent';
};
