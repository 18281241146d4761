import { z } from 'zod';

import { type LocalBot, type LocalChannel, type WindowPerson } from './people';
import { type Place } from './places';

/** What a window sends. Only what the relay changes is read; everything else passes through. */
export const InboundActivity = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  replyToId: z.string().optional(),
  conversation: z.looseObject({ id: z.string() }),
  channelData: z.looseObject({}).nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).optional(),
});
export type InboundActivity = z.infer<typeof InboundActivity>;

/** What the bot sends. */
export const OutboundActivity = z.looseObject({ type: z.string().default('message') });
export type OutboundActivity = z.infer<typeof OutboundActivity>;

/** Everything an activity must say to be from one person, in the ids that all windows share. */
export type Sender = {
  readonly person: WindowPerson;
  readonly channel: LocalChannel;
  readonly bot: LocalBot;
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string; readonly place: Place };
  readonly id: string | undefined;
  readonly replyToId: string | undefined;
};

const LOCALE = 'nb-NO';
const ZONE = 'Europe/Oslo';

const channelDataOf = (activity: InboundActivity, { person, channel, conversation }: Sender) => ({
  ...activity.channelData,
  tenant: { id: person.tenantId },
  ...(conversation.place.kind === 'channel' && {
    teamsTeamId: channel.teamId,
    teamsChannelId: channel.channelId,
    team: { id: channel.teamId },
    channel: { id: channel.channelId },
  }),
});

const entitiesOf = ({ entities = [] }: InboundActivity) =>
  entities.map(entity =>
    entity.type === 'clientInfo' ? { ...entity, locale: LOCALE, country: 'NO', timezone: ZONE } : entity,
  );

/**
 * The activity as the person of the window would have sent it from Teams. Whom the window said it was from
 * is not kept: a window acts for its person only.
 */
export const sentBy = (activity: InboundActivity, sender: Sender) => ({
  ...activity,
  ...(sender.id !== undefined && { id: sender.id }),
  ...(sender.replyToId !== undefined && { replyToId: sender.replyToId }),
  channelId: 'msteams',
  serviceUrl: sender.serviceUrl,
  locale: LOCALE,
  localTimezone: ZONE,
  from: { id: sender.person.id, aadObjectId: sender.person.aadObjectId, name: sender.person.name },
  recipient: sender.bot,
  conversation: {
    ...activity.conversation,
    id: sender.conversation.id,
    tenantId: sender.person.tenantId,
  },
  channelData: channelDataOf(activity, sender),
  entities: entitiesOf(activity),
});

const Named = z.looseObject({ content: z.looseObject({ speak: z.string() }) });
const Readable = z.looseObject({
  summary: z.string().optional(),
  text: z.string().optional(),
  attachments: z.array(z.unknown()).default([]),
});

/** One line that says what a message is: its notification text, its text, or the spoken name of its card. */
export const lineOf = (activity: OutboundActivity): string | undefined => {
  const readable = Readable.safeParse(activity).data;
  const card = Named.safeParse(readable?.attachments[0]).data;
  return readable?.summary ?? readable?.text ?? card?.content.speak;
};
