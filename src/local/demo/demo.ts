import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { osloCalendar } from '../../calendar';
import { instantOf } from '../../domain/time';
import { startBot } from './bot-process';
import { reportDatabase } from './database-report';
import { type ReferralFile, readReferralFile } from './referral-file';
import { openStage, type Stage } from './stage';
import { STORY_STARTS, tellMainJob } from './story';
import { RATIONALE } from './story-group';
import { DETAIL } from './story-task';
import { createTeller, type Teller } from './teller';
import { closingWords, fileWords, storyWords } from './words';

const EXAMPLE = join(__dirname, '..', '..', '..', 'docs', 'examples', 'referral.json');
const START = join(__dirname, '..', 'start.js');
const SLOWEST_MS = 6_000;
const BIGGEST_MB = 300;
const BYTES_IN_MB = 1_000_000;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Everything in it that only some may read. How to reach the referrer is the referrer's own, and in the directory. */
const secretsOf = ({ values, identity }: ReferralFile): readonly string[] =>
  [
    values.words,
    values['contact-role'],
    values['urgent-reason'],
    identity?.name,
    identity?.nin,
    RATIONALE,
    DETAIL,
  ].filter(text => text !== undefined && text.trim() !== '') as readonly string[];

const inTempFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'sent-ute-demo-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** How long the built bot takes until it is ready, in a process of its own. */
const readyMs = (): Promise<number> =>
  inTempFolder(async folder => {
    const bot = await startBot([START], ['--port', '0', '--data', folder, '--now', STORY_STARTS]);
    await bot.end('SIGTERM');
    return Math.round(bot.readyMs);
  });

const perform = async (stage: Stage, file: ReferralFile, teller: Teller): Promise<void> => {
  try {
    await tellMainJob({ stage, file, teller });
    await reportDatabase(stage.world.database, teller, secretsOf(file));
  } finally {
    await stage.close();
  }
};

const play = (file: ReferralFile): Promise<void> =>
  inTempFolder(async dataDir => {
    const options = { port: 0, dataDir, fresh: true, windows: false, startAt: STORY_STARTS };
    const stage = await openStage(options, { log: () => undefined });
    await perform(stage, file, createTeller(say));
  });

const megabytesNow = (): number => Math.round(process.memoryUsage().rss / BYTES_IN_MB);

const checkLimits = (ms: number, megabytes: number): void => {
  if (ms >= SLOWEST_MS) throw new Error(closingWords.tooSlow(SLOWEST_MS));
  if (megabytes >= BIGGEST_MB) throw new Error(closingWords.tooBig(BIGGEST_MB));
};

const demo = async (path: string): Promise<void> => {
  const today = osloCalendar().dayOf(instantOf(new Date(STORY_STARTS)));
  const file = readReferralFile(path, today);
  if (!file.ok) throw new Error([fileWords.wrong(path), ...file.error].join('\n  '));
  say(storyWords.opening);
  const ms = await readyMs();
  await play(file.value);
  const megabytes = megabytesNow();
  say(`\n${closingWords.ready(ms)}\n${closingWords.memory(megabytes)}`);
  checkLimits(ms, megabytes);
  say(closingWords.passed);
};

demo(process.argv[2] ?? EXAMPLE).catch((fault: unknown) => {
  say(closingWords.failed(fault instanceof Error ? fault.message : 'ukjent feil'));
  process.exit(1);
});
