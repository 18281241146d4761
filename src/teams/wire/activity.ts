import { z } from 'zod';

const DELIVERY_MODES = ['normal', 'notification'];

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const Account = z.looseObject({ id: z.string().min(1), aadObjectId: z.string().min(1).nullish() });
const Named = z.looseObject({ id: z.string().min(1) });

/**
 * What every activity must be before the library sees it (platform.md, botbuilder and teams-ai): the fields that the
 * library or we read are of the right type, an invoke has a value, and nobody asks for the replies in the HTTP answer.
 */
export const IncomingActivity = z
  .looseObject({
    type: z.string().min(1),
    id: z.string().min(1).nullish(),
    name: z.string().nullish(),
    channelId: z.string(),
    serviceUrl: z.string().min(1),
    deliveryMode: z.string().nullish(),
    from: Account,
    recipient: z.looseObject({ id: z.string().min(1) }),
    conversation: z.looseObject({
      id: z.string().min(1),
      tenantId: z.string().min(1).nullish(),
      conversationType: z.string().nullish(),
    }),
    channelData: z
      .looseObject({ tenant: Named.nullish(), team: Named.nullish(), channel: Named.nullish() })
      .nullish(),
    text: z.string().nullish(),
    locale: z.string().nullish(),
    replyToId: z.string().min(1).nullish(),
    action: z.string().nullish(),
    entities: z.array(z.looseObject({ type: z.string(), text: z.string().nullish() })).nullish(),
    membersAdded: z.array(Account).nullish(),
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

export const conversationOf = ({ conversation }: IncomingActivity): Conversation => {
  const named = conversation.conversationType;
  return { kind: named === 'personal' || named === 'channel' ? named : 'group', id: conversation.id };
};
