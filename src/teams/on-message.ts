import { spellCode } from '../domain/code';
import { caseDoorCard, type Room } from '../cards/case-door';
import { writeInChatCard } from '../cards/write-in-chat';
import { leakWarningCard, refusalCard, unknownPersonCard } from '../cards/refusals';
import { type Card } from '../cards/template';
import { NOT_AVAILABLE } from '../domain/refusal';
import { holdsPerson } from './chat-guard';
import { type Deps } from './deps';
import { type Handlers } from './on-press';
import { type Asked } from '../use-cases/asked';
import { type Turn } from './handler';
import { askedNow, drawingFor, TURN_MS, whoIs, wordsAt } from './known';
import { commandId, nonce } from './wire/command-id';
import { type Said } from './wire/press';

/** What can be written, in any of the three languages; everything else gets the help card. */
const COMMANDS: readonly (readonly [words: RegExp, verb: string])[] = [
  [/^(meld inn|meld inn kandidat|refer|ny innmelding)$/i, 'start-referral'],
  [/^(mine innmeldinger|innmeldingane mine|mine innmeldingar|my referrals)$/i, 'list-my-referrals'],
  [/^(innboks|inbox)$/i, 'open-inbox'],
  [/^(saksliste|sakliste|agenda)$/i, 'open-agenda'],
  [/^(referat|referatet|minutes)$/i, 'open-minutes'],
  [/^(mine oppgaver|oppgåvene mine|mine oppgåver|my tasks)$/i, 'list-my-actions'],
  [/^(mine oppslag|oppslaga mine|my look-ups)$/i, 'list-my-lookups'],
  [/^(gjennomganger|gjennomgangar|delinger|delingar|reviews|sharings)$/i, 'list-reviews'],
  [/^(glippsoner|gaps)$/i, 'open-gaps'],
  [/^(meld glippsone|report gap)$/i, 'start-gap'],
  [/^(tilganger|tilgangar|access)$/i, 'open-access'],
  [/^(påminnelser|påminningar|reminders)$/i, 'start-hours'],
  [/^(fravær|fråvær|absence)$/i, 'start-absence'],
  [/^(språk|language)$/i, 'show-languages'],
  [/^(hjelp|help)$/i, 'show-help'],
  [/^(start|hei|hallo|hello|velkommen)$/i, 'show-welcome'],
];
/** Words that go before a code, and which door they ask for. */
const DOORS: readonly (readonly [words: RegExp, room: Room])[] = [
  [/^(?:sak|case)\s+(\S{1,24})$/i, 'case'],
  [/^(?:logg|log)\s+(\S{1,24})$/i, 'log'],
];
const verbFor = (text: string): string => COMMANDS.find(([words]) => words.test(text))?.[1] ?? 'show-help';

/**
 * A case by its code: a door to press, for content never stands in a message (domain.md §13). Nothing is looked up yet,
 * so every code gets the same door. Undefined when no door is asked for. What is not written like a code is not repeated.
 */
const doorTo = ({ d }: Turn, text: string): Card | undefined => {
  const [words, room] = DOORS.find(([asking]) => asking.test(text)) ?? [];
  const [, typed] = words?.exec(text) ?? [];
  if (typed === undefined || room === undefined) return undefined;
  const code = spellCode(typed);
  return code === undefined ? refusalCard(d, NOT_AVAILABLE) : caseDoorCard(d, { code, room });
};

const answerKnown = async (
  handlers: Handlers,
  { turn, text }: { readonly turn: Turn; readonly text: string },
): Promise<Card> => {
  if (holdsPerson(text)) return leakWarningCard(turn.d);
  const card = doorTo(turn, text) ?? (await handlers[verbFor(text)]?.answer(turn, {}));
  return card ?? refusalCard(turn.d, NOT_AVAILABLE);
};

type Arrived = Omit<Asked, 'at' | 'where'>;

const turnIn = async (deps: Deps, command: Arrived): Promise<Turn> => {
  const asked = askedNow(deps, command);
  return { asked, place: 'message', d: await drawingFor(deps, asked) };
};

/** The welcome, by role, for somebody who just came. */
export const answerWelcome = async (deps: Deps, handlers: Handlers, arrived: Arrived): Promise<Card> =>
  answerKnown(handlers, { turn: await turnIn(deps, arrived), text: 'start' });

type Heard = { readonly turn: Turn; readonly said: Said };

const answerInChat = async (deps: Deps, handlers: Handlers, { turn, said }: Heard): Promise<Card> => {
  const card = await answerKnown(handlers, { turn, text: said.text });
  await deps.world.people.captureReference(turn.asked.by, said.reference, turn.asked.within);
  deps.nudge();
  return card;
};

/** Where others read along nothing is answered but what to delete, and where to write. */
const answerInPublic = ({ d }: Turn, { text }: Said): Card =>
  holdsPerson(text) ? leakWarningCard(d) : writeInChatCard(d.t);

/** Whom the directory does not know is told whom to ask; but what should not stand there, they are told first. */
const answerUnknown = (deps: Deps, { text, locale }: Said): Card => {
  const t = wordsAt(deps, locale);
  return holdsPerson(text) ? leakWarningCard({ t, nonce: nonce() }) : unknownPersonCard(t, deps.whomToAsk);
};

const answerSaid = async (deps: Deps, handlers: Handlers, said: Said): Promise<Card> => {
  const within = AbortSignal.timeout(TURN_MS);
  const by = await whoIs(deps, said.identity, within);
  if (by === undefined) return answerUnknown(deps, said);
  const { identity, activityId, conversation } = said;
  const id = commandId({ identity, verb: 'message', subject: '', nonce: activityId, inputs: {} });
  const turn = await turnIn(deps, { commandId: id, by, account: identity, within });
  return conversation.kind === 'personal'
    ? answerInChat(deps, handlers, { turn, said })
    : answerInPublic(turn, said);
};

/**
 * The card that answers what somebody wrote. The text is never stored; one that holds a national identity number or a
 * phone number gets a warning and the form instead.
 */
export const answerMessage = (deps: Deps, handlers: Handlers, said: Said): Promise<Card> => {
  const place = said.conversation.kind === 'personal' ? 'chat' : 'channel';
  return deps.watch({ kind: 'message', place }, () => answerSaid(deps, handlers, said));
};
