import { z } from 'zod';

import { type Conversation, conversationOf, type Identity, IncomingActivity, tenantOf } from './activity';

/** Where a conversation can be reached later; plain JSON, made to be stored. */
export const StoredReference = z
  .object({
    conversationId: z.string().min(1),
    serviceUrl: z.string().min(1),
    tenantId: z.string().min(1),
    botId: z.string().min(1),
    userId: z.string().min(1).exactOptional(),
  })
  .readonly();
export type StoredReference = z.infer<typeof StoredReference>;

/** What an activity teaches about reaching people and channels. */
export type Captured = {
  readonly reference: StoredReference;
  readonly conversation: Conversation;
  /** The person in a 1:1 chat; in a team nobody is captured, for the bot has no chat with them yet. */
  readonly identity?: Identity;
  /** The team and channel that the activity came from, when it came from one. */
  readonly teamId?: string;
  readonly channelId?: string;
  /** The app was just removed: the reference no longer works. */
  readonly isRemoved: boolean;
};

/** Undefined when the activity names no tenant. */
export const referenceOf = (activity: IncomingActivity): StoredReference | undefined => {
  const tenantId = tenantOf(activity);
  if (tenantId === undefined) return undefined;
  const { conversation, serviceUrl, recipient, from } = activity;
  const reference = { conversationId: conversation.id, serviceUrl, tenantId, botId: recipient.id };
  return from.id === recipient.id ? reference : { ...reference, userId: from.id };
};

type Account = IncomingActivity['from'];

/** When the app is installed, the bot itself may be the sender; the person then stands among the members added. */
const personIn = (activity: IncomingActivity): Account | undefined =>
  [activity.from, ...(activity.membersAdded ?? [])].find(
    account => account.id !== activity.recipient.id && typeof account.aadObjectId === 'string',
  );

const ownerOf = (activity: IncomingActivity, tenantId: string): Pick<Captured, 'identity'> => {
  const objectId = personIn(activity)?.aadObjectId ?? undefined;
  const isPersonal = conversationOf(activity).kind === 'personal';
  return isPersonal && objectId !== undefined ? { identity: { tenantId, objectId } } : {};
};

const placeOf = ({ channelData }: IncomingActivity): Pick<Captured, 'teamId' | 'channelId'> => {
  const team = channelData?.team ?? undefined;
  const channel = channelData?.channel ?? undefined;
  return {
    ...(team === undefined ? {} : { teamId: team.id }),
    ...(channel === undefined ? {} : { channelId: channel.id }),
  };
};

const isRemoval = ({ type, action }: IncomingActivity): boolean =>
  type.toLowerCase() === 'installationupdate' && (action ?? '').startsWith('remove');

/** A channel is the same place whoever was heard there last. */
const reach = (activity: IncomingActivity, { userId, ...place }: StoredReference): StoredReference => {
  const { kind } = conversationOf(activity);
  const reached = (kind === 'personal' ? personIn(activity)?.id : undefined) ?? userId;
  return reached === undefined || kind === 'channel' ? place : { ...place, userId: reached };
};

/**
 * Reads any incoming activity (installation, members added, message, press) for what it teaches about reaching people.
 * Undefined when it is not an activity of ours or names no tenant.
 */
export const capture = (incoming: unknown): Captured | undefined => {
  const activity = IncomingActivity.safeParse(incoming).data;
  const reference = activity && referenceOf(activity);
  if (activity === undefined || reference === undefined) return undefined;
  return {
    reference: reach(activity, reference),
    conversation: conversationOf(activity),
    isRemoved: isRemoval(activity),
    ...ownerOf(activity, reference.tenantId),
    ...placeOf(activity),
  };
};
