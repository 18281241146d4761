import { z } from 'zod';
import { brokenSealCard, refusalCard, unknownPersonCard } from '../cards/refusals';
import { type Card } from '../cards/template';
import { NOT_AVAILABLE } from '../domain/refusal';
import { isSealBroken, recordBrokenSeal } from '../use-cases/broken-seal';
import { type PersonFile } from '../use-cases/ports/people';
import { type Asked } from '../use-cases/asked';
import { type Within } from '../use-cases/ports/common';
import { type Deps } from './deps';
import { type Handler, type Turn } from './handler';
import { askedNow, drawingFor, TURN_MS, whoIs, wordsAt } from './known';
import { onFault } from './on-fault';
import { correlationId, nameOf } from './wire/correlation';
import { type Ended } from './turns';
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

type Answer = {
  readonly asked: Asked;
  readonly verb: string;
  readonly ended: Ended;
  readonly run: () => Promise<Card> | undefined;
};

/** What somebody changed behind the bot's back is shown to nobody, recorded, and told in words of its own. */
const unlessBroken = async (deps: Deps, { asked, verb, ended, run }: Answer): Promise<Card | undefined> => {
  try {
    return await run();
  } catch (fault) {
    if (!isSealBroken(fault)) throw fault;
    const correlation = correlationId();
    deps.log('seal-broken', { correlation, verb, id: fault.caseId });
    ended({ outcome: 'seal-broken', correlation });
    await recordBrokenSeal(deps.world, asked, fault.caseId);
    return brokenSealCard(deps.wordsFor(asked.by.person.language), {
      correlation,
      whomToAsk: deps.whomToAsk,
    });
  }
};

/** What a dialog shows stands in no message. */
const whereOf = ({ conversation, replyToId, inDialog }: Press): Pick<Asked, 'where'> =>
  replyToId === undefined || inDialog === true
    ? {}
    : { where: { conversationId: conversation.id, activityId: replyToId } };

const placeOf = ({ conversation, inDialog }: Press): Turn['place'] => {
  if (inDialog === true) return 'dialog';
  return conversation.kind === 'personal' ? 'chat' : 'channel';
};

type Known = {
  readonly press: Press;
  readonly by: PersonFile;
  readonly within: Within;
  readonly ended: Ended;
};

const answered = async (
  deps: Deps,
  handler: Handler | undefined,
  { press, by, within, ended }: Known,
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
  const run = () => handler?.answer({ asked, place: placeOf(press), d }, inputs);
  const card = await unlessBroken(deps, { asked, verb: press.verb, ended, run });
  if (handler === undefined) ended({ outcome: 'no-verb' });
  return card ?? refusalCard(d, handler === undefined ? NOT_AVAILABLE : { kind: 'incomplete' });
};

/**
 * Whoever got an answer gets it, also when their chat could not be kept: their next press keeps it. A dialog may stand
 * over a chat that is not with us.
 */
const reached = async (deps: Deps, { press, by, within }: Omit<Known, 'ended'>): Promise<void> => {
  if (press.conversation.kind !== 'personal' || press.inDialog === true) return;
  try {
    await deps.world.people.captureReference(by, press.reference, within);
  } catch (fault) {
    deps.log('chat-not-kept', { fault: nameOf(fault) });
  }
};

type Watched = { readonly press: Press; readonly ended: Ended };

const answerWatched = async (
  deps: Deps,
  handler: Handler | undefined,
  { press, ended }: Watched,
): Promise<Card> => {
  const within = AbortSignal.timeout(TURN_MS);
  let t = wordsAt(deps, press.locale);
  try {
    const by = await whoIs(deps, press.identity, within);
    if (by === undefined) {
      ended({ outcome: 'unknown-person' });
      return unknownPersonCard(t, deps.whomToAsk);
    }
    t = deps.wordsFor(by.person.language);
    const card = await answered(deps, handler, { press, by, within, ended });
    await reached(deps, { press, by, within });
    return card;
  } catch (fault) {
    return onFault(deps, press, { fault, within, t, ended, isVerb: handler !== undefined });
  } finally {
    deps.nudge();
  }
};

/**
 * The answer to a press: who pressed is read from the verified identity, what they may is decided now, and the card is
 * drawn for them alone. Never rejects.
 */
export const answerPress = (deps: Deps, handlers: Handlers, press: Press): Promise<Card> => {
  const handler = handlerFor(handlers, press.verb);
  const verb = handler === undefined ? 'unknown' : press.verb;
  return deps.watch({ kind: 'press', verb, place: placeOf(press) }, ended =>
    answerWatched(deps, handler, { press, ended }),
  );
};
