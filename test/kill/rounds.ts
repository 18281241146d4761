import { setTimeout as sleep } from 'node:timers/promises';
import { LOCAL_DATABASE } from '../../src/local/database';
import { connect } from '../../src/storage/client';
import { type Bot, type Estate, type Ready } from './estate';
import { type Document, isUnderWay, outboxIn, toDocument } from './judge';
import { AUTHORS, everybodyWorks } from './load';
import { type Book, player } from './people';
import { type TeamsEnd } from './teams-end';

const WHILE_STARTING = 0.25;
const LONGEST_START_MS = 1_200;
const LONGEST_LIFE_MS = 1_500;
/** In one round of so many the database is ended by the same blow. */
const TOGETHER = 8;
const INSTALLED = [...AUTHORS, 'koordinator', 'koordinator-stedfortreder', 'ansvarlig'];

export type Stage = { readonly estate: Estate; readonly teams: TeamsEnd; readonly book: Book };

/** The lease of the one who is gone runs out, as it would while somebody starts it again. */
const afterTheLease = async ({ url }: Ready): Promise<void> => {
  await fetch(`${url}/local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"advance":"PT61S"}',
  });
};

const live = async ({ book }: Stage, bot: Bot): Promise<boolean> => {
  if (Math.random() < WHILE_STARTING) {
    const ready = bot.ready.then(() => true);
    return Promise.race([ready, sleep(Math.random() * LONGEST_START_MS, false)]);
  }
  book.ready = await bot.ready;
  if (book.ready === undefined) throw new Error('The bot ended by itself.');
  void afterTheLease(book.ready).catch(() => undefined);
  await sleep(Math.random() * LONGEST_LIFE_MS);
  return true;
};

/** How often, and when each of the bot's lives ended. */
type Killed = { readonly deaths: Map<number, number>; starting: number; together: number };

const round = async (stage: Stage, n: number, killed: Killed): Promise<void> => {
  const together = n % TOGETHER === TOGETHER - 1;
  const bot = await stage.estate.start(together);
  const wasReady = await live(stage, bot);
  stage.book.ready = undefined;
  await bot.kill();
  killed.deaths.set(n, Date.now());
  killed.starting += wasReady ? 0 : 1;
  killed.together += together ? 1 : 0;
  await stage.estate.restore();
  stage.teams.nextLife();
};

const documentsIn = async ({ estate }: Stage): Promise<readonly Document[]> => {
  const { endpoint, key } = estate.database();
  const client = connect({ endpoint, key });
  const { resources } = await client
    .database(LOCAL_DATABASE)
    .container('work')
    .items.query<unknown>('SELECT * FROM c')
    .fetchAll();
  client.dispose();
  return resources.map(toDocument);
};

const LONGEST_SETTLE = 120;
/** Everything that must be sent is, however often Teams asks to wait. */
const settle = async (stage: Stage, ready: Ready): Promise<readonly Document[]> => {
  for (let n = 0; ; n += 1) {
    await afterTheLease(ready);
    const documents = await documentsIn(stage);
    if (n >= LONGEST_SETTLE || !outboxIn(documents).some(isUnderWay)) return documents;
  }
};

/** Teams may answer the welcome 429: who got none installs again. */
const insists = async (install: () => Promise<void>): Promise<void> => {
  while (
    !(await install().then(
      () => true,
      () => false,
    ))
  )
    await sleep(LONGEST_START_MS / 10);
};

const begin = async (stage: Stage): Promise<void> => {
  const bot = await stage.estate.start(false);
  stage.book.ready = await bot.ready;
  if (stage.book.ready === undefined) throw new Error('The bot did not start.');
  const playing = { book: stage.book, connector: stage.teams.connector };
  const coordinator = await player(playing, 'koordinator');
  await insists(coordinator.addsToTeam);
  for (const id of INSTALLED) await insists((await player(playing, id)).installs);
  stage.book.ready = undefined;
  await bot.kill();
  await stage.estate.restore();
};

export type Outcome = { readonly documents: readonly Document[]; readonly killed: Killed };
type Running = { readonly kills: number; readonly say: (line: string) => void };

/** Kills it so many times while everybody works, then lets it finish. */
export const run = async (stage: Stage, { kills, say }: Running): Promise<Outcome> => {
  const killed: Killed = { deaths: new Map(), starting: 0, together: 0 };
  await begin(stage);
  const working = everybodyWorks({ book: stage.book, connector: stage.teams.connector });
  for (let n = 0; n < kills; n += 1) {
    await round(stage, n, killed);
    if (n % 20 === 19)
      say(`  ${String(n + 1)} kills, ${String(stage.book.acknowledged.length)} presses acknowledged`);
  }
  const bot = await stage.estate.start(false);
  stage.book.ready = await bot.ready;
  await sleep(LONGEST_LIFE_MS);
  stage.book.stopped = true;
  await working;
  if (stage.book.ready === undefined) throw new Error('The bot did not start again.');
  const documents = await settle(stage, stage.book.ready);
  await bot.kill();
  return { documents, killed };
};
