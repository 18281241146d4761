import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyLocal } from '../../src/local/verify-local';
import { openEstate } from './estate';
import { type Book } from './people';
import { findings, report } from './report';
import { run, type Stage } from './rounds';
import { openTeamsEnd } from './teams-end';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '200' } } });
const KILLS = Number(values.kills);
const STARTS = '2026-11-23T07:10:00Z';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Kill −9 of the real program, again and again, under load: nothing that was promised is lost, and nothing is done twice. */
const main = async (): Promise<boolean> => {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  const book: Book = {
    ...{ acknowledged: [], unanswered: 0, askedAgain: 0, refused: [], stopped: false, ready: undefined },
  };
  const stage: Stage = { estate: await openEstate(folder, STARTS), teams: await openTeamsEnd(), book };
  const began = Date.now();
  const outcome = await run(stage, { kills: KILLS, say });
  const seconds = Math.round((Date.now() - began) / 1_000);
  await stage.teams.connector.close();
  await stage.estate.close();
  const isWhole = await verifyLocal(folder, { code: undefined, say: () => undefined });
  const found = findings(stage, outcome);
  for (const line of report(stage, { outcome, found, isWhole, seconds, kills: KILLS })) say(line);
  if (found.broken.length === 0 && isWhole) rmSync(folder, { recursive: true, force: true });
  else say(`The data lies in ${folder}.`);
  return found.broken.length === 0 && isWhole;
};

main().then(
  holds => process.exit(holds ? 0 : 1),
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : 'The run failed.'}\n`);
    process.exit(2);
  },
);
