import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { pressablesIn } from '../../src/local/demo/card-reader';
import { type Element } from '../../src/local/demo/element';
import { type Inputs, type Player } from '../../src/local/demo/player';
import { readCard } from '../../src/local/demo/read-card';
import { type Stage } from '../../src/local/demo/stage';
import { type Watcher } from '../../src/local/world';
import { type Case } from '../../src/domain/case';
import { type CaseId } from '../../src/domain/ids';
import { CaseId as CaseIdSchema } from '../../src/ids';
import { opened } from '../authenticated/opened';

/** A journey is many presses; on a busy machine its first one also loads everything. */
if (typeof jest !== 'undefined') jest.setTimeout(60_000);

/** A Monday morning, eight days before the group meets on Tuesday 1 December at nine. */
export const MONDAY = '2026-11-23T08:00:00Z';

/** The shortest referral: the eight answers, and nothing else. */
export const EIGHT: Inputs = {
  scene: 'yes',
  violence: 'both',
  substance: 'yes',
  mental: 'unsure',
  history: 'yes',
  effect: 'yes',
  asked: 'coordination',
  informed: 'today',
  'contact-consent': 'yes',
  children: 'no',
  anonymous: 'yes',
};

/** A world of its own in a folder of its own; everybody named has installed the app. */
export type Company = Stage & { readonly dataDir: string; readonly leave: () => Promise<void> };

export const gather = async (
  people: readonly string[],
  { startAt = MONDAY, ...watcher }: Watcher & { readonly startAt?: string } = {},
): Promise<Company> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'journey-'));
  const quiet: Watcher = { log: () => undefined, ...watcher };
  const stage = await opened({ port: 0, dataDir, fresh: true, windows: false, startAt }, quiet);
  for (const id of people) await stage.player(id).installs();
  const leave = async (): Promise<void> => {
    await stage.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...stage, dataDir, leave };
};

/** What can be played on: the world in this process, or one in a process of its own. */
export type Ground = Pick<Stage, 'player' | 'settle' | 'inChannel' | 'connector'>;

export const within = (): AbortSignal => AbortSignal.timeout(10_000);

/** What the card says, as a person would read it. */
export const words = (card: Element): string => readCard(card).join('\n');

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flat().flatMap(textsIn)
    : [String(value)];

/** A number stands there as a word of its own: an id is made by chance, and may hold any digits. */
const holds = (text: string, fact: string): boolean =>
  /^\d+$/.test(fact) ? new RegExp(`(?<![\\w-])${fact}(?![\\w-])`).test(text) : text.includes(fact);

/** Every text in it, of a button's data too, in which one of these facts stands. */
export const telling = (facts: readonly string[], value: unknown): readonly string[] =>
  textsIn(value).filter(text => facts.some(fact => holds(text, fact)));

/** What a turn answers that ran out of time; no other fault is told like this. */
export const isTooLate = (card: Element): boolean => words(card).split('\n')[1] === 'Prøv igjen';

const MOST_TRIES = 3;

/** On a busy machine a turn may run out of time: whoever is told so presses again, on the very card that says it. */
export const tryingAgain = async (
  card: Element,
  press: (card: Element) => Promise<Element>,
  tries = MOST_TRIES,
): Promise<Element> =>
  tries > 0 && isTooLate(card) ? tryingAgain(await press(card), press, tries - 1) : card;

export const verbsOn = (card: Element): readonly string[] => pressablesIn(card).map(({ verb }) => verb);

/** The value of an id that some button on the card carries. */
export const carriedBy = (card: Element, key: string): string => {
  const values = pressablesIn(card).flatMap(({ data }) => (typeof data[key] === 'string' ? [data[key]] : []));
  const [first] = values;
  if (first === undefined) throw new Error(`No button carries ${key}.`);
  return first;
};

/** What an input of the card holds. */
export const held = (card: Element, input: string): string => {
  const found = pressablesIn(card).find(({ inputs }) => input in inputs);
  return found?.inputs[input] ?? '';
};

export const codeIn = (card: Element): string => {
  const [code] = /SU-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(JSON.stringify(card)) ?? [];
  if (code === undefined) throw new Error('No code stands there.');
  return code;
};

export const caseOf = async (stage: Stage, caseId: CaseId): Promise<Case> => {
  const file = await stage.world.app.world.cases.load(caseId, within());
  if (file === undefined) throw new Error('There is no such case.');
  return file.kase;
};

export const stateOf = async (stage: Stage, caseId: CaseId): Promise<Case['state']> =>
  (await caseOf(stage, caseId)).state;

const Stored = z.looseObject({ id: z.string(), type: z.string() });
export type StoredDocument = z.infer<typeof Stored>;

/** Every document of a type, as it lies in the database. */
export const documents = async (stage: Stage, type: string): Promise<readonly StoredDocument[]> => {
  const query = {
    query: 'SELECT * FROM c WHERE c.type = @type',
    parameters: [{ name: '@type', value: type }],
  };
  const { resources } = await stage.world.database.container('work').items.query<unknown>(query).fetchAll();
  return resources.map(resource => Stored.parse(resource));
};

const Event = z.looseObject({
  event: z.looseObject({
    operation: z.string(),
    allowed: z.boolean(),
    by: z.looseObject({ person: z.string() }),
  }),
});

type Happened = { readonly operation: string; readonly allowed: boolean; readonly person: string };

/** What the audit has kept, in no order. */
export const events = async (stage: Stage): Promise<readonly Happened[]> =>
  (await documents(stage, 'audit')).map(document => {
    const { operation, allowed, by } = Event.parse(document).event;
    return { operation, allowed, person: by.person };
  });

export type Sent = { readonly caseId: CaseId; readonly code: string; readonly receipt: Element };
type Sending = {
  readonly by?: string;
  readonly values?: Inputs;
  readonly identity?: Inputs;
};

const withIdentity = async (player: Player, review: Element, identity?: Inputs): Promise<Element> =>
  identity === undefined
    ? review
    : player.presses(await player.presses(review, 'start-identity'), 'name-candidate', identity);

/** A referral, from `meld inn` to the receipt, and what had to be sent because of it. */
export const refer = async (
  stage: Ground,
  { by = 'innmelder-mo', values = {}, identity }: Sending = {},
): Promise<Sent> => {
  const player = stage.player(by);
  const form = await player.says('meld inn');
  const review = await player.presses(form, 'review-referral', { ...EIGHT, ...values });
  const receipt = await player.presses(await withIdentity(player, review, identity), 'submit-referral');
  await stage.settle();
  const code = codeIn(receipt);
  const opened = await player.presses(await player.says(`sak ${code}`), 'open-by-code');
  return { caseId: CaseIdSchema.parse(carriedBy(opened, 'caseId')), code, receipt };
};

/** The case as this person sees it in their own chat. */
export const opens = async (
  stage: Ground,
  person: string,
  { caseId }: Pick<Sent, 'caseId'>,
): Promise<Element> => stage.player(person).sends('open-case', { caseId, nonce: 'opening' });

/** Opens the case as the coordinator, and presses on it. */
export const coordinates = async (
  stage: Ground,
  sent: Pick<Sent, 'caseId'>,
  press: { readonly what: string; readonly inputs?: Inputs },
): Promise<Element> => {
  const coordinator = stage.player('koordinator');
  const answer = await coordinator.presses(await opens(stage, 'koordinator', sent), press.what, press.inputs);
  await stage.settle();
  return answer;
};

export const setReady = (stage: Ground, sent: Pick<Sent, 'caseId'>): Promise<Element> =>
  coordinates(stage, sent, { what: 'mark-ready' });

export const publish = async (stage: Ground): Promise<Element> => {
  const coordinator = stage.player('koordinator');
  const answer = await coordinator.presses(await coordinator.says('saksliste'), 'publish-agenda');
  await stage.settle();
  return answer;
};

/** The item card of a case as it stands in the channel now. */
export const itemCard = (stage: Ground, { code }: Pick<Sent, 'code'>): Element => {
  const found = stage
    .inChannel()
    .findLast(({ card }) => /^Sak \d+ ·/.test(words(card)) && words(card).includes(code));
  if (found === undefined) throw new Error(`No item card of ${code} stands in the channel.`);
  return found.card;
};

export const EVERY_PARTNER: Inputs = {
  kommune: 'sosiale-tjenester',
  helse: 'kronstad-dps',
  politi: 'innsatsgruppen',
};

/** No meeting is further away: from then on it is something else that keeps it from being started. */
const LONGEST_WAIT = 14;

/** The agenda on the meeting's own day: the clock goes on to that, when it is not there yet. */
const agendaOfTheDay = async (
  stage: Ground & Pick<Stage, 'advance'>,
  days = LONGEST_WAIT,
): Promise<Element> => {
  const agenda = await stage.player('koordinator').says('saksliste');
  if (days === 0 || verbsOn(agenda).includes('start-attendance')) return agenda;
  await stage.advance('P1D');
  return agendaOfTheDay(stage, days - 1);
};

/** The meeting begins on its own day. */
export const startMeeting = async (
  stage: Ground & Pick<Stage, 'advance'>,
  present: Inputs = EVERY_PARTNER,
): Promise<Element> => {
  const coordinator = stage.player('koordinator');
  const form = await coordinator.presses(await agendaOfTheDay(stage), 'start-attendance');
  const seats = { kommune: '', helse: '', politi: '', ...present };
  const answer = await coordinator.presses(form, 'start-meeting', { ...seats, confidential: 'yes' });
  await stage.settle();
  return answer;
};

/** The decision form, from the item card in the channel: in a dialog, or in the coordinator's own chat. */
export const decisionForm = async (stage: Ground, sent: Pick<Sent, 'code'>): Promise<Element> => {
  const coordinator = stage.player('koordinator');
  const shown = await coordinator.pressesInChannel(itemCard(stage, sent), 'start-decision');
  if (verbsOn(shown).includes('record-decision')) return shown;
  await stage.settle();
  return coordinator.presses(coordinator.newest(), 'start-decision');
};

export const takeIn = async (stage: Ground, sent: Pick<Sent, 'code'>): Promise<Element> => {
  const form = await decisionForm(stage, sent);
  const decided = await stage.player('koordinator').presses(form, 'Ta inn', { rationale: 'Samlet innsats.' });
  await stage.settle();
  return decided;
};

export const CONSENT: Inputs = {
  preset: 'coordination',
  understands: 'yes',
  how: 'oral',
  'asked-by': 'koordinator',
};

export const consent = async (
  stage: Ground,
  sent: Pick<Sent, 'caseId'>,
  given: Inputs = CONSENT,
): Promise<Element> => {
  const coordinator = stage.player('koordinator');
  const answer = await coordinator.presses(await opens(stage, 'koordinator', sent), 'open-consent');
  const recorded = await coordinator.presses(
    await coordinator.presses(answer, 'start-consent'),
    'record-consent',
    given,
  );
  await stage.settle();
  return recorded;
};

export const giveTask = async (stage: Ground, sent: Pick<Sent, 'caseId'>, task: Inputs): Promise<Element> => {
  const coordinator = stage.player('koordinator');
  const form = await coordinator.presses(await opens(stage, 'koordinator', sent), 'start-action');
  const created = await coordinator.presses(form, 'create-action', task);
  await stage.settle();
  return created;
};

/** A case that has come as far as the agenda. */
export const published = async (stage: Ground, sending: Sending = {}): Promise<Sent> => {
  const sent = await refer(stage, sending);
  await setReady(stage, sent);
  await publish(stage);
  return sent;
};

/** What stands in a person's chat with the bot, as they read it, oldest first. */
export const chatOf = (stage: Ground, person: string): readonly string[] =>
  stage.connector.standingIn(stage.player(person).chat).map(({ card }) => words(card));

/** Every byte of a data folder, file by file: the database, its journal and whatever lies beside it. */
export const bytesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => readFileSync(join(entry.parentPath, entry.name)).toString('utf8'))
    .join('\n');
