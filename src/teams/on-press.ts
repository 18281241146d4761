import { z } from 'zod';
import { brokenSealCard, errorCard, refusalCard, unknownPersonCard } from '../cards/refusals';
import { type Card } from '../cards/template';
import { NOT_AVAILABLE, TRY_AGAIN } from '../domain/refusal';
import { isSealBroken, recordBrokenSeal } from '../use-cases/broken-seal';
import { type PersonFile } from '../use-cases/ports/people';
import { type Asked } from '../use-cases/asked';
import { type Within } from '../use-cases/ports/common';
import { type Deps } from './deps';
import { type Handler } from './handler';
import { askedNow, drawingFor, TURN_MS, whoIs, wordsAt } from './known';
import { commandId, nonce } from './wire/command-id';
import { type Press } from './wire/press';

export type Handlers = Readonly<Record<string, Handler>>;

const Marked = z.looseObject({ nonce: z.string().min(1).max(200).optional() });

/** What the command is about: any id its button carries. The inputs hold it too; here it is named. */
const subjectOf = (data: Readonly<Record<string, unknown>>): string =>
  ['caseId', 'draftId', 'meetingId', 'actionId', 'personId', 'sharingId', 'gapId', 'incidentId']
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

/** An id for what went wrong: shown to whoever pressed, and on the line in the log. */
const correlationId = (): string => nonce().slice(0, 12);

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

type Failed = { readonly fault: unknown; readonly within: Within; readonly isVerb: boolean };

/** A fault is told with an id and nothing else; the log has the id and the kind of fault, never a text of anybody's. */
const onFault = (deps: Deps, press: Press, { fault, within, isVerb }: Failed): Card => {
  const t = wordsAt(deps, press.locale);
  const correlation = correlationId();
  const late = within.aborted;
  deps.log(late ? 'turn-too-late' : 'turn-failed', {
    correlation,
    verb: isVerb ? press.verb : 'unknown',
    fault: fault instanceof Error ? fault.name : 'unknown',
  });
  return late ? refusalCard({ t, nonce: nonce() }, TRY_AGAIN) : errorCard(t, correlation);
};

const reached = async (
  deps: Deps,
  by: PersonFile,
  { press, within }: { press: Press; within: Within },
): Promise<void> => {
  if (press.conversation.kind === 'personal')
    await deps.world.people.captureReference(by, press.reference, within);
};

/**
 * The answer to a press: who pressed is read from the verified identity, what they may is decided now, and the card is
 * drawn for them alone. Never rejects.
 */
export const answerPress = async (deps: Deps, handlers: Handlers, press: Press): Promise<Card> => {
  const within = AbortSignal.timeout(TURN_MS);
  try {
    const by = await whoIs(deps, press.identity, within);
    if (by === undefined) return unknownPersonCard(wordsAt(deps, press.locale), deps.whomToAsk);
    const card = await answered(deps, handlerFor(handlers, press.verb), { press, by, within });
    await reached(deps, by, { press, within });
    return card;
  } catch (fault) {
    return onFault(deps, press, { fault, within, isVerb: handlerFor(handlers, press.verb) !== undefined });
  } finally {
    deps.nudge();
  }
};
