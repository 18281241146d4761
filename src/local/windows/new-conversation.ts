import { z } from 'zod';

import { OutboundActivity } from './activity';
import { type LocalChannel, type WindowPerson } from './people';
import { conversationAt, type Place, placeOf } from './places';
import { notFound, type Reply } from './replies';
import { type Sent, type Switchboard } from './switchboard';

export type World = {
  readonly people: readonly WindowPerson[];
  readonly channel: LocalChannel;
  readonly switchboard: Switchboard;
};

const NewConversation = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).nullish() }).nullish(),
  activity: OutboundActivity.nullish(),
});
type NewConversation = z.infer<typeof NewConversation>;

const inChannel = (id: string, channel: LocalChannel): Place | undefined => {
  const place = placeOf(id, channel);
  return place.kind === 'channel' ? place : undefined;
};

/** The bot may name someone by user id or object id, and someone the local world does not know. */
const chatWith = (id: string, people: readonly WindowPerson[]): Place => {
  const known = people.find(person => person.id === id || person.aadObjectId === id);
  return { kind: 'personal', personId: known?.id ?? id };
};

const placeOfNew = ({ members, channelData }: NewConversation, world: World): Place | undefined => {
  const named = channelData?.channel?.id;
  if (named !== undefined) return inChannel(named, world.channel);
  const member = members?.[0]?.id;
  return member === undefined ? undefined : chatWith(member, world.people);
};

const created = (place: Place, channelId: string, sent: Sent | undefined): Reply => {
  if (sent?.kind === 'refused') return sent;
  const id = conversationAt(place, channelId, sent?.id);
  return { status: 201, body: sent === undefined ? { id } : { id, activityId: sent.id } };
};

/**
 * Begins a thread in the channel, or the chat with one person whether they have written or not; `via` is
 * any window. Throws zod's error for a body of another shape.
 */
export const createConversation =
  (world: World) =>
  async (via: string, body: unknown): Promise<Reply> => {
    const wanted = NewConversation.parse(body);
    const place = placeOfNew(wanted, world);
    if (place === undefined) return notFound('No such channel, and no member.');
    const { activity } = wanted;
    const sent = activity ? await world.switchboard.send({ place, via }, activity) : undefined;
    return created(place, world.channel.channelId, sent);
  };
