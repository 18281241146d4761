import { lineOf, type OutboundActivity } from './activity';
import { createLine, type Line } from './line';
import { createKept, type Kept, type Message } from './messages';
import { createIds } from './pairs';
import { type LocalChannel, type WindowPerson } from './people';
import { type Place } from './places';
import { type Delivery, type Playground } from './playground';
import { notFound, type Reply } from './replies';

/** What the bot is told about something it sent. */
type Refused = Reply & { readonly kind: 'refused' };
export type Sent = { readonly kind: 'sent'; readonly id: string } | Refused;

/** `via` is the window whose serviceUrl the bot used; it matters only for a conversation that no other window has. */
export type Address = { readonly place: Place; readonly via: string };

type Sending = {
  readonly send: (address: Address, activity: OutboundActivity) => Promise<Sent>;
  /** Where a window never saw the message, it is posted there. */
  readonly edit: (address: Address, id: string, activity: OutboundActivity) => Promise<Sent>;
  readonly remove: (address: Address, id: string) => Promise<Sent>;
};

export type Switchboard = Sending & {
  readonly attach: (window: string, playground: Playground) => void;
  readonly detach: (window: string) => void;
  /** The window's page was loaded: it is shown what its person and the channel have been sent. */
  readonly load: (window: string) => void;
  /** One line for each message that waits for someone whose window is not loaded, newest first. */
  readonly waiting: (personId: string) => readonly string[];
  readonly line: (window: string) => Line | undefined;
  readonly nextId: () => string;
};

type End = { readonly person: WindowPerson; readonly line: Line };
type Parts = { readonly ends: readonly End[]; readonly kept: Kept; readonly nextId: () => string };

const KEPT_PER_CONVERSATION = 50;
const REMOVED: OutboundActivity = { type: 'message', text: 'Meldingen er slettet.' };
const UNNAMED = 'Melding';

const refusalOf = (delivery: Delivery): readonly Refused[] => {
  switch (delivery.kind) {
    case 'refused':
      return [delivery];
    case 'missing':
      return [{ kind: 'refused', ...notFound('No such conversation.') }];
    case 'shown':
    case 'away':
      return [];
  }
};

/** A refusal counts only where no window took the message. */
const refusalAmong = (deliveries: readonly Delivery[]): Refused | undefined =>
  deliveries.some(({ kind }) => kind === 'shown') ? undefined : deliveries.flatMap(refusalOf)[0];

/** A message that begins a thread is its thread's first. */
const placed = (place: Place, id: string): Place =>
  place.kind === 'channel' ? { ...place, thread: place.thread ?? id } : place;

const isFor = (person: WindowPerson, { place, via }: Address): boolean => {
  switch (place.kind) {
    case 'personal':
      return person.id === place.personId;
    case 'channel':
      return true;
    case 'elsewhere':
      return person.window === via;
  }
};

const createSending = ({ ends, kept, nextId }: Parts): Sending => {
  const linesTo = (address: Address) =>
    ends.filter(({ person }) => isFor(person, address)).map(({ line }) => line);
  const show = async (address: Address, message: Message): Promise<Sent> => {
    if (message.place.kind !== 'elsewhere') kept.keep(message);
    const refusal = refusalAmong(await Promise.all(linesTo(address).map(line => line.show(message))));
    if (refusal === undefined) return { kind: 'sent', id: message.id };
    kept.drop(message);
    return refusal;
  };
  return {
    send: async (address, activity) => {
      const id = nextId();
      if (activity.type === 'message')
        return show(address, { id, place: placed(address.place, id), activity });
      await Promise.all(linesTo(address).map(line => line.signal(address.place, activity)));
      return { kind: 'sent', id };
    },
    edit: (address, id, activity) => show(address, { id, place: placed(address.place, id), activity }),
    remove: async (address, id) => {
      const message = { id, place: placed(address.place, id), activity: REMOVED };
      kept.drop(message);
      await Promise.all(linesTo(address).map(line => line.amend(message)));
      return { kind: 'sent', id };
    },
  };
};

/** Joins the bot to every window: the channel reaches all of them, a chat the one it belongs to. */
export const createSwitchboard = (people: readonly WindowPerson[], channel: LocalChannel): Switchboard => {
  const nextId = createIds(Date.now);
  const kept = createKept(KEPT_PER_CONVERSATION);
  const ends = people.map(person => ({ person, line: createLine(channel.channelId) }));
  const end = (window: string) => ends.find(({ person }) => person.window === window);
  const isLoaded = (personId: string) =>
    ends.some(({ person, line }) => person.id === personId && line.isLoaded());
  const names = (place: Place) =>
    kept
      .of(place)
      .map(({ activity }) => lineOf(activity) ?? UNNAMED)
      .reverse();
  return {
    ...createSending({ ends, kept, nextId }),
    attach: (window, playground) => end(window)?.line.attach(playground),
    detach: window => end(window)?.line.attach(undefined),
    load: window => {
      const found = end(window);
      if (found === undefined) return;
      found.line.load(kept.all().filter(({ place }) => isFor(found.person, { place, via: window })));
    },
    waiting: personId => (isLoaded(personId) ? [] : names({ kind: 'personal', personId })),
    line: window => end(window)?.line,
    nextId,
  };
};
