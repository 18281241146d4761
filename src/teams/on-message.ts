import { holdsNumber } from '../domain/check-referral';
import { readCode } from '../domain/code';
import { caseDoorCard } from '../cards/case-door';
import { writeInChatCard } from '../cards/write-in-chat';
import { leakWarningCard, refusalCard, unknownPersonCard } from '../cards/refusals';
import { type Card } from '../cards/template';
import { NOT_AVAILABLE } from '../domain/refusal';
import { type Deps } from './deps';
import { type Handlers } from './on-press';
import { type CommandId, noCaseId } from '../domain/ids';
import { type Within } from '../use-cases/ports/common';
import { type PersonFile } from '../use-cases/ports/people';
import { type Turn } from './handler';
import { askedNow, drawingFor, TURN_MS, whoIs, wordsAt } from './known';
import { commandId } from './wire/command-id';
import { type Said } from './wire/press';

/** What can be written, in any of the three languages; everything else gets the help card. */
const COMMANDS: readonly (readonly [words: RegExp, verb: string])[] = [
  [/^(meld inn|meld inn kandidat|refer|ny innmelding)$/i, 'start-referral'],
  [/^(mine innmeldinger|innmeldingane mine|mine innmeldingar|my referrals)$/i, 'list-my-referrals'],
  [/^(innboks|inbox)$/i, 'open-inbox'],
  [/^(saksliste|sakliste|agenda)$/i, 'open-agenda'],
  [/^(mine oppgaver|oppgåvene mine|mine oppgåver|my tasks)$/i, 'list-my-actions'],
  [/^(tilganger|tilgangar|access)$/i, 'open-access'],
  [/^(språk|language)$/i, 'show-languages'],
  [/^(hjelp|help)$/i, 'show-help'],
  [/^(start|hei|hallo|hello|velkommen)$/i, 'show-welcome'],
];
const CASE = /^(?:sak|case)\s+(\S{1,24})$/i;
/** Eight digits that may be a Norwegian phone number, together or divided by spaces in whatever way. */
const PHONE = /(?<!\d)[2-9](?: ?\d){7}(?! ?\d)/;

const holdsPerson = (text: string): boolean => holdsNumber(text) || PHONE.test(text);
const verbFor = (text: string): string => COMMANDS.find(([words]) => words.test(text))?.[1] ?? 'show-help';

/** Written like a code, though mistyped: this can be repeated without repeating somebody's name. */
const LIKE_A_CODE = /^SU-?[0-9A-Z]{4}-?[0-9A-Z]{4}$/i;

/**
 * A case by its code: a door to press, for content never stands in a message (domain.md §13). A code that is nobody's
 * gets the same door, to an id no case has: it reads, and costs, like a case that is not yours (design.md §2). Anything
 * else is not repeated.
 */
const doorTo = async ({ world }: Deps, { asked, d }: Turn, typed: string): Promise<Card> => {
  const code = readCode(typed);
  if (code === undefined && !LIKE_A_CODE.test(typed)) return refusalCard(d, NOT_AVAILABLE);
  const found = code === undefined ? undefined : await world.cases.idOf(code, asked.within);
  return caseDoorCard(d, { caseId: found ?? noCaseId(world.derive, typed), code: code ?? typed });
};

const answerKnown = async (
  deps: Deps,
  handlers: Handlers,
  { turn, text }: { readonly turn: Turn; readonly text: string },
): Promise<Card> => {
  if (holdsPerson(text)) return leakWarningCard(turn.d);
  const [, typed] = CASE.exec(text) ?? [];
  if (typed !== undefined) return doorTo(deps, turn, typed);
  const card = await handlers[verbFor(text)]?.answer(turn, {});
  return card ?? refusalCard(turn.d, NOT_AVAILABLE);
};

type Arrived = { readonly by: PersonFile; readonly within: Within; readonly commandId: CommandId };

const turnIn = async (deps: Deps, command: Arrived): Promise<Turn> => {
  const asked = askedNow(deps, command);
  return { asked, place: 'message', d: await drawingFor(deps, asked) };
};

/** The welcome, by role, for somebody who just came. */
export const answerWelcome = async (deps: Deps, handlers: Handlers, arrived: Arrived): Promise<Card> =>
  answerKnown(deps, handlers, { turn: await turnIn(deps, arrived), text: 'start' });

type Heard = { readonly turn: Turn; readonly said: Said };

const answerInChat = async (deps: Deps, handlers: Handlers, { turn, said }: Heard): Promise<Card> => {
  const card = await answerKnown(deps, handlers, { turn, text: said.text });
  await deps.world.people.captureReference(turn.asked.by, said.reference, turn.asked.within);
  deps.nudge();
  return card;
};

/** Where others read along nothing is answered but what to delete, and where to write. */
const answerInPublic = ({ d }: Turn, { text }: Said): Card =>
  holdsPerson(text) ? leakWarningCard(d) : writeInChatCard(d.t);

/**
 * The card that answers what somebody wrote. The text is never stored; one that holds a national identity number or a
 * phone number gets a warning and the form instead.
 */
export const answerMessage = async (deps: Deps, handlers: Handlers, said: Said): Promise<Card> => {
  const within = AbortSignal.timeout(TURN_MS);
  const by = await whoIs(deps, said.identity, within);
  if (by === undefined) return unknownPersonCard(wordsAt(deps, said.locale), deps.whomToAsk);
  const { identity, activityId, conversation } = said;
  const id = commandId({ identity, verb: 'message', subject: '', nonce: activityId, inputs: {} });
  const turn = await turnIn(deps, { commandId: id, by, within });
  return conversation.kind === 'personal'
    ? answerInChat(deps, handlers, { turn, said })
    : answerInPublic(turn, said);
};
