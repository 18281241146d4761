import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { type Element } from '../../src/local/demo/element';
import { type ConnectorEnd } from '../../src/local/demo/connector';
import { type Player, playerFor } from '../../src/local/demo/player';
import { readCard } from '../../src/local/demo/read-card';
import { readProgramme } from '../../src/programme';
import { commandId } from '../../src/teams/wire/command-id';
import { type Ready } from './estate';

const { people } = readProgramme(join(__dirname, '..', '..', 'infra', 'programme.local.json'));

/** A press that was answered with success: what it did must be found in the end. */
export type Acknowledged = { readonly verb: string; readonly caseId: string; readonly commandId: string };

export type Book = {
  readonly acknowledged: Acknowledged[];
  /** Presses that had no answer, and were pressed again. */
  unanswered: number;
  /** Those that were asked to try again, and did. */
  askedAgain: number;
  /** A clear no: of what, and how it read. */
  readonly refused: string[];
  stopped: boolean;
  ready: Ready | undefined;
};

export type Press = { readonly by: string; readonly verb: string; readonly data: Element };
export type Playing = { readonly book: Book; readonly connector: ConnectorEnd };

const LOOK_MS = 20;
const SHORT_MS = 100;

const personOf = (id: string) => {
  const person = people.find(one => one.id === id);
  if (person === undefined) throw new Error(`Nobody is called ${id}.`);
  return person;
};

/** Somebody's chat with the bot. */
export const chatOf = (id: string): string => `a:${personOf(id).identities[0]?.objectId ?? ''}`;

/** At their client, against the bot as it runs now; waits while there is none. */
export const player = async ({ book, connector }: Playing, id: string): Promise<Player> => {
  while (book.ready === undefined) await sleep(LOOK_MS);
  const { messages, channel } = book.ready;
  return playerFor({ messages, connector, ...channel, now: () => new Date() }, personOf(id));
};

const KEYS = ['caseId', 'draftId', 'meetingId', 'actionId'];
const subjectOf = (data: Element): string =>
  KEYS.map(key => data[key])
    .filter(value => typeof value === 'string')
    .join('/');

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const noted = ({ by, verb, data }: Press): Acknowledged => {
  const { nonce, ...inputs } = data;
  const [identity] = personOf(by).identities;
  if (identity === undefined) throw new Error(`${by} has no account.`);
  const id = commandId({ identity, verb, subject: subjectOf(data), nonce: textOf(nonce), inputs });
  return { verb, caseId: textOf(data['caseId'] ?? data['draftId']), commandId: id };
};

const meant = (card: Element): 'done' | 'again' | 'refused' => {
  const said = readCard(card).join('\n');
  if (!said.startsWith('Sent ute\n')) return 'done';
  return said.includes('Prøv igjen') ? 'again' : 'refused';
};

/** Undefined when there was no answer. */
const answerTo = async (playing: Playing, { by, verb, data }: Press): Promise<Element | undefined> => {
  try {
    return await (await player(playing, by)).sends(verb, data);
  } catch {
    playing.book.unanswered += 1;
    return undefined;
  }
};

const note = ({ book }: Playing, press: Press, card: Element): ReturnType<typeof meant> => {
  const meaning = meant(card);
  if (meaning === 'done') book.acknowledged.push(noted(press));
  if (meaning === 'again') book.askedAgain += 1;
  if (meaning === 'refused') book.refused.push(`${press.verb}: ${readCard(card)[1] ?? ''}`);
  return meaning;
};

/** As a person does it: who gets no answer, or is asked to, presses the same button again. Undefined for a clear no. */
export const presses = async (playing: Playing, press: Press): Promise<Element | undefined> => {
  while (!playing.book.stopped) {
    const card = await answerTo(playing, press);
    const meaning = card === undefined ? 'again' : note(playing, press, card);
    if (meaning !== 'again') return meaning === 'done' ? card : undefined;
    await sleep(Math.random() * SHORT_MS);
  }
  return undefined;
};

/** Written again until it is answered. */
export const says = async (playing: Playing, id: string, text: string): Promise<Element | undefined> => {
  while (!playing.book.stopped) {
    try {
      return await (await player(playing, id)).says(text);
    } catch {
      await sleep(Math.random() * SHORT_MS);
    }
  }
  return undefined;
};
