import { type Posted } from '../domain/posted';
import { plusMs } from '../domain/time';
import { err, ok, type Result } from '../result';
import { type Within } from '../use-cases/ports/common';
import { type Letter as Sealed, type Messenger, type SendFailure } from '../use-cases/ports/messenger';
import { type PersonFile, type Reference } from '../use-cases/ports/people';
import { type Deps } from './deps';
import { type Delivery } from './letter';
import { countFailure } from './meters';
import { paced } from './paced';
import { type Fate, fateOfOpening } from './retry';
import { storing, type Trip, tryingOf } from './trip';

/** How one message leaves. */
export type Address = {
  readonly thread: string;
  readonly send: (letter: Sealed, within: Within) => Promise<Result<Posted, SendFailure>>;
  /** Whether what comes back is a place to be stored. */
  readonly posts: boolean;
  /** Where to post anew when the message to be edited is gone; `drop` when it no longer matters. */
  readonly ifGone?: Address | 'drop';
};

/** Until the team is heard of nothing can be posted, nor a chat opened. */
const UNTIL_CHANNEL_MS = 60_000;

const channelOf = async (deps: Deps, { leading }: Trip): Promise<Result<Reference, Fate>> => {
  const channel = await deps.world.channel.reference(storing(deps));
  return channel === undefined
    ? err({ kind: 'postpone', at: plusMs(leading.now(), UNTIL_CHANNEL_MS) })
    : ok(channel);
};

/** Opening a chat again opens the same one. Nobody there: the entry waits until the person is heard of. */
const openedChat = async (deps: Deps, to: PersonFile, trip: Trip): Promise<Result<Reference, Fate>> => {
  const via = await channelOf(deps, trip);
  if (!via.ok) return via;
  const slot = await paced(deps, trip);
  if (!slot.ok) return slot;
  slot.value.begin();
  const within = deps.timeout(deps.settings.sendMs);
  const opened = await deps.messenger.openChat(to.person, via.value, within);
  if (!opened.ok) countFailure(deps.meters, opened.error);
  if (!opened.ok) return err(fateOfOpening(opened.error, tryingOf(deps, trip)));
  await deps.world.people.captureReference(to, opened.value, storing(deps));
  return opened;
};

const chatOf = async (deps: Deps, to: PersonFile, trip: Trip): Promise<Result<Address, Fate>> => {
  const found = to.reference === undefined ? await openedChat(deps, to, trip) : ok(to.reference);
  if (!found.ok) return found;
  const reference = found.value;
  return ok({
    thread: reference.conversationId,
    send: (letter, within) => deps.messenger.toPerson({ person: to.person, reference }, letter, within),
    posts: true,
  });
};

/** A message that is gone from somebody's chat is what was wanted. */
const chatMessage = (
  { messenger }: Deps,
  { to: { person, reference }, posted }: Extract<Delivery, { kind: 'clear' }>,
): Address => ({
  thread: posted.conversationId,
  send: (letter, within) => messenger.editChat({ person, reference, posted }, letter, within),
  posts: false,
  ifGone: 'drop',
});

const posting = (messenger: Messenger, channel: Reference): Address => ({
  thread: channel.conversationId,
  send: (letter, within) => messenger.toChannel(channel, letter, within),
  posts: true,
});

/** Where a delivery goes; or what becomes of it when there is no way there yet. */
export const addressOf = async (
  deps: Deps,
  delivery: Delivery,
  trip: Trip,
): Promise<Result<Address, Fate>> => {
  if (delivery.kind === 'to-person') return chatOf(deps, delivery.to, trip);
  if (delivery.kind === 'clear') return ok(chatMessage(deps, delivery));
  const found = await channelOf(deps, trip);
  if (!found.ok) return found;
  const channel = found.value;
  const anew = posting(deps.messenger, channel);
  if (delivery.kind === 'post') return ok(anew);
  const { posted, matters } = delivery;
  return ok({
    thread: channel.conversationId,
    send: (letter, within) => deps.messenger.edit({ channel, posted }, letter, within),
    posts: false,
    ifGone: matters ? anew : 'drop',
  });
};
