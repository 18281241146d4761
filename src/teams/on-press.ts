import { z } from 'zod';
import { brokenSealCard, refusalCard, unknownPersonCard } from '../cards/refusals';
import { type Card } from '../cards/template';
import { NOT_AVAILABLE } from '../domain/refusal';
import { isSealBroken, recordBrokenSeal } from '../use-cases/broken-seal';
import { type PersonFile } from '../use-cases/ports/people';
import { type Asked } from '../use-cases/asked';
import { type Within } from '../use-cases/ports/common';
import { type Deps } from './deps';
import { type Handler } from './handler';
import { askedNow, drawingFor, TURN_MS, whoIs, wordsAt } from './known';
import { correlationId, nameOf, onFault } from './on-fault';
import { commandId } from './wire/command-id';
import { type Press } from './wire/press';

export type Handlers = Readonly<Record<string, Handler>>;

const Marked = z.looseObject({ nonce: z.string().min(1).max(200).optional() });

/** What the command is about: any id its button carries. The inputs hold it too; here it is named. */
const subjectOf = (data: Readonly<Record<string, unknown>>): string =>
  ['caseId', 'draftId', 'meetingId', 'actionId', 'personId', 'sharingId', 'gapId', 'incidentId', 'entryId']
    .map(key => data[key])
    .filter(value => typeof value === 'string')
    .join('/');

const commandFor = (
  { identity, verb, activityId }: Press,
  kind: Handler['kind'],
  data: z.infer<typeof Marked>,
) => {
  const { nonce: mark, ...inputs } = data;
  const once = kind === 'read' ? activityId : (mark ?? activityId);
  return commandId({ identity, verb, subject: subjectOf(data), nonce: once, inputs });
};

/** The verb's own handler; undefined for what is no verb, whatever an object may answer to that name. */
const handlerFor = (handlers: Handlers, verb: string): Handler | undefined =>
  Object.hasOwn(handlers, verb) ? handlers[verb] : undefined;

type Answer = { readonly asked: Asked; readonly verb: string; readonly run: () => Promise<Card> | undefined };

/** What somebody changed behind the bot's back is shown to nobody, recorded, and told in words of its own. */
const unlessBroken = async (deps: Deps, { asked, verb, run }: Answer): Promise<Card | undefined> => {
  try {
    return await run();
  } catch (fault) {
    if (!isSealBroken(fault)) throw fault;
    const correlation = correlationId();
    deps.log('seal-broken', { correlation, verb, id: fault.caseId });
    await recordBrokenSeal(deps.world, asked, fault.caseId);
    return brokenSealCard(deps.wordsFor(asked.by.person.language), {
      correlation,
      whomToAsk: deps.whomToAsk,
    });
  }
};

const whereOf = ({ conversation, replyToId }: Press): Pick<Asked, 'where'> =>
  replyToId === undefined ? {} : { where: { conversationId: conversation.id, activityId: replyToId } };

type Known = { readonly press: Press; readonly by: PersonFile; readonly within: Within };

const answered = async (
  deps: Deps,
  handler: Handler | undefined,
  { press, by, within }: Known,
): Promise<Card> => {
  const data = Marked.safeParse(press.data).data ?? {};
  const id = commandFor(press, handler?.kind ?? 'read', data);
  const asked = askedNow(deps, {
    commandId: id,
    turn: commandFor(press, 'read', data),
    by,
    account: press.identity,
    ...whereOf(press),
    within,
  });
  const d = await drawingFor(deps, asked);
  const { nonce: _, ...inputs } = data;
  const place = press.conversation.kind === 'personal' ? 'chat' : 'channel';
  const run = () => handler?.answer({ asked, place, d }, inputs);
  const card = await unlessBroken(deps, { asked, verb: press.verb, run });
  return card ?? refusalCard(d, handler === undefined ? NOT_AVAILABLE : { kind: 'incomplete' });
};

/** Whoever got an answer gets it, also when their chat could not be kept: their next press keeps it. */
const reached = async (deps: Deps, { press, by, within }: Known): Promise<void> => {
  if (press.conversation.kind !== 'personal') return;
  try {
    await deps.world.people.captureReference(by, press.reference, within);
  } catch (fault) {
    deps.log('chat-not-kept', { fault: nameOf(fault) });
  }
};

/**
 * The answer to a press: who pressed is read from the verified identity, what they may is decided now, and the card is
 * drawn for them alone. Never rejects.
 */
export const answerPress = async (deps: Deps, handlers: Handlers, press: Press): Promise<Card> => {
  const within = AbortSignal.timeout(TURN_MS);
  const handler = handlerFor(handlers, press.verb);
  let t = wordsAt(deps, press.locale);
  try {
    const by = await whoIs(deps, press.identity, within);
    if (by === undefined) return unknownPersonCard(t, deps.whomToAsk);
    t = deps.wordsFor(by.person.language);
    const card = await answered(deps, handler, { press, by, within });
    await reached(deps, { press, by, within });
    return card;
  } catch (fault) {
    return onFault(deps, press, { fault, within, t, isVerb: handler !== undefined });
  } finally {
    deps.nudge();
  }
};
