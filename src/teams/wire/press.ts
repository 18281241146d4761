import { z } from 'zod';

import { err, ok, type Result } from '../../result';

import { ACTION_COMMANDS, VERB_OF } from '../extensions/commands';
import { type Conversation, conversationOf, type Identity, identityOf, IncomingActivity } from './activity';
import { referenceOf, type StoredReference } from './references';

export { type Identity } from './activity';

export type Turn = {
  /** Teams sends a press again with the same id when the answer was slow; for reads it replaces the nonce. */
  readonly activityId: string;
  readonly identity: Identity;
  readonly conversation: Conversation;
  readonly reference: StoredReference;
  readonly locale?: string;
};

/** A button was pressed, in a card or in a dialog. */
export type Press = Turn & {
  readonly verb: string;
  /** The button's data and what was filled in, merged, as the client sent them: nothing in it is to be trusted. */
  readonly data: unknown;
  /** The message that holds the card. */
  readonly replyToId?: string;
  /** The answer stands in a dialog over everything else, and in no message. */
  readonly inDialog?: true;
};

/** Something was written to the bot. */
export type Said = Turn & {
  /** Without mentions, words apart by one space, composed (NFC); empty when nothing is left. */
  readonly text: string;
};

/** `unknown-sender`: Teams did not say who, or in which tenant. `unreadable`: not the kind of activity asked for. */
export type Unread = { readonly kind: 'unknown-sender' | 'unreadable' };

const Executed = z.object({
  name: z.literal('adaptiveCard/action'),
  value: z.object({ action: z.object({ verb: z.string().min(1), data: z.unknown().optional() }) }),
});
const InDialog = z.object({
  name: z.enum(['task/fetch', 'task/submit', 'composeExtension/submitAction']),
  value: z.object({ data: z.looseObject({ verb: z.string().min(1), msteams: z.unknown().optional() }) }),
});

/** Only which command it was: the message it may have been called on is not read. */
const Called = z.object({
  name: z.literal('composeExtension/fetchTask'),
  value: z.object({ commandId: z.enum(ACTION_COMMANDS) }),
});

export const turnOf = (activity: IncomingActivity): Result<Turn, Unread> => {
  const identity = identityOf(activity);
  const reference = referenceOf(activity);
  if (identity === undefined || reference === undefined) return err({ kind: 'unknown-sender' });
  const { id, locale } = activity;
  if (typeof id !== 'string') return err({ kind: 'unreadable' });
  const turn = { activityId: id, identity, conversation: conversationOf(activity), reference };
  return ok(typeof locale === 'string' ? { ...turn, locale } : turn);
};

const askedBy = (activity: IncomingActivity): Pick<Press, 'verb' | 'data' | 'inDialog'> | undefined => {
  const executed = Executed.safeParse(activity).data?.value.action;
  if (executed !== undefined) return { verb: executed.verb, data: executed.data ?? {} };
  const command = Called.safeParse(activity).data?.value.commandId;
  if (command !== undefined) return { verb: VERB_OF[command], data: {}, inDialog: true };
  const inDialog = InDialog.safeParse(activity).data?.value.data;
  if (inDialog === undefined) return undefined;
  const { verb, msteams: _, ...data } = inDialog;
  return { verb, data, inDialog: true };
};

/** Reads a press from the activity of a turn. */
export const readPress = (incoming: unknown): Result<Press, Unread> => {
  const activity = IncomingActivity.safeParse(incoming).data;
  const asked = activity && askedBy(activity);
  if (activity === undefined || asked === undefined) return err({ kind: 'unreadable' });
  const turn = turnOf(activity);
  if (!turn.ok) return turn;
  const { replyToId } = activity;
  return ok({ ...turn.value, ...asked, ...(typeof replyToId === 'string' ? { replyToId } : {}) });
};

const MENTION = /<at\b[^<>]*>[^<>]*<\/at>/gi;

const wordsOf = (text: string): string =>
  text
    .replace(MENTION, ' ')
    .replace(/(?:&nbsp;|\s)+/gi, ' ')
    .trim()
    .normalize('NFC');

/** Reads a written message from the activity of a turn. */
export const readSaid = (incoming: unknown): Result<Said, Unread> => {
  const activity = IncomingActivity.safeParse(incoming).data;
  if (activity?.type !== 'message') return err({ kind: 'unreadable' });
  const turn = turnOf(activity);
  return turn.ok ? ok({ ...turn.value, text: wordsOf(activity.text ?? '') }) : turn;
};
