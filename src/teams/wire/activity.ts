import { z } from 'zod';

const DELIVERY_MODES = ['normal', 'notification'];

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const LONGEST_ID = 1_000;
/** Ids are stored, and stand in addresses: what cannot be seen, or was broken on its way, names nothing. */
const Id = z
  .string()
  .max(LONGEST_ID)
  .regex(/^[^\p{C}\p{Z}\ufffd]+$/u);
const Named = z.looseObject({ id: Id });
/** A reply says again who takes part in it, and is not sent when that is of another type. */
const Party = Named.extend({
  aadObjectId: Id.nullish(),
  name: z.string().nullish(),
  role: z.string().nullish(),
});

/**
 * What every activity must be before the library sees it (platform.md, botbuilder and teams-ai): the fields that the
 * library or we read are of the right type, an invoke has a value, and nobody asks for the replies in the HTTP answer.
 */
export const IncomingActivity = z
  .looseObject({
    type: z.string().min(1),
    id: Id.nullish(),
    name: z.string().nullish(),
    channelId: z.string(),
    serviceUrl: Id,
    deliveryMode: z.string().nullish(),
    from: Party,
    recipient: Party,
    conversation: Party.extend({
      isGroup: z.boolean().nullish(),
      tenantId: Id.nullish(),
      conversationType: z.string().nullish(),
    }),
    channelData: z
      .looseObject({ tenant: Named.nullish(), team: Named.nullish(), channel: Named.nullish() })
      .nullish(),
    text: z.string().nullish(),
    locale: z.string().nullish(),
    replyToId: Id.nullish(),
    action: z.string().nullish(),
    entities: z.array(z.looseObject({ type: z.string(), text: z.string().nullish() })).nullish(),
    membersAdded: z.array(Party).nullish(),
    value: z.unknown().optional(),
  })
  .refine(({ type, value }) => type.toLowerCase() !== 'invoke' || isObject(value))
  .refine(({ deliveryMode }) => DELIVERY_MODES.includes(deliveryMode ?? 'normal'));
export type IncomingActivity = z.infer<typeof IncomingActivity>;

/** Who acts: never anything but what Teams put into the activity that the guard let through (security.md row 1). */
export type Identity = { readonly tenantId: string; readonly objectId: string };

/** A type that Teams did not name counts as `group`: the most public reading. */
export type Conversation = { readonly kind: 'personal' | 'channel' | 'group'; readonly id: string };

export const tenantOf = (activity: IncomingActivity): string | undefined =>
  activity.conversation.tenantId ?? activity.channelData?.tenant?.id;

export const identityOf = (activity: IncomingActivity): Identity | undefined => {
  const tenantId = tenantOf(activity);
  const objectId = activity.from.aadObjectId ?? undefined;
  return tenantId === undefined || objectId === undefined ? undefined : { tenantId, objectId };
};

const COMPOSED = 'composeExtension/';
/** A chat of two people is called personal, too, but is a thread; our chat with one is none. */
const THREAD = '19:';

/** What is done from the compose box is done in a conversation that need not be ours, whatever it is called. */
const isOthers = ({ conversation: { conversationType, id }, name }: IncomingActivity): boolean =>
  name?.startsWith(COMPOSED) === true || (conversationType === 'personal' && id.startsWith(THREAD));

export const conversationOf = (activity: IncomingActivity): Conversation => {
  const { conversationType: named, id } = activity.conversation;
  const isKnown = (named === 'personal' || named === 'channel') && !isOthers(activity);
  return { kind: isKnown ? named : 'group', id };
};
