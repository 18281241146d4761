import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { makeCertificates } from './certificates';

/** They start the program as a process of its own by the local world's command line, which has no front. */
const LEFT_OUT: readonly string[] = ['crash'];

const Outcome = z.looseObject({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numTotalTestSuites: z.number(),
  numFailedTestSuites: z.number(),
});

const OUTPUT = '--outputFile=';

/** What Jest is asked for beside the files; that the outcome is wanted as JSON goes without saying. */
const wishesIn = (args: readonly string[]): readonly string[] =>
  args.filter(arg => /^--?\w/.test(arg) && arg !== '--json' && !arg.startsWith(OUTPUT));

const namesIn = (args: readonly string[]): string => {
  const names = args.filter(arg => !arg.startsWith('-'));
  return names.length === 0 ? `(?!(?:${LEFT_OUT.join('|')})\\.test)[^/]+` : `(?:${names.join('|')})`;
};

/** Node reads what it is to trust when it starts: so the journeys run in processes that start with it. */
const surroundings = async (folder: string): Promise<NodeJS.ProcessEnv> => {
  const { authority, server } = await makeCertificates();
  const write = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, `${text}\n`, { mode: 0o600 });
    return path;
  };
  write('server-key.pem', server.key);
  write('server-cert.pem', server.cert);
  return {
    ...process.env,
    FRONT: 'authenticated',
    FRONT_CERTIFICATES: folder,
    NODE_EXTRA_CA_CERTS: write('authority.pem', authority),
  };
};

const jest = async (folder: string, args: readonly string[]): Promise<z.infer<typeof Outcome>> => {
  const wanted = args.find(arg => arg.startsWith(OUTPUT))?.slice(OUTPUT.length);
  const file = wanted ?? join(folder, 'outcome.json');
  const child = spawn(
    process.execPath,
    [
      join(__dirname, '..', '..', 'node_modules', 'jest', 'bin', 'jest.js'),
      `--testRegex=/test/(?:journeys/${namesIn(args)}|authenticated/[^/]+)(?<!\\.slow)\\.test\\.ts$`,
      '--testPathIgnorePatterns=/node_modules/',
      '--json',
      `${OUTPUT}${file}`,
      ...wishesIn(args),
    ],
    { stdio: ['ignore', 'ignore', 'inherit'], env: await surroundings(folder) },
  );
  await once(child, 'exit');
  return Outcome.parse(JSON.parse(readFileSync(file, 'utf8')));
};

/** `npm run test:authenticated [-- main-job consent …]`: the journeys, of these files or of all, with tokens asked for everywhere. */
const main = async (): Promise<boolean> => {
  const folder = mkdtempSync(join(tmpdir(), 'front-'));
  const began = Date.now();
  try {
    const outcome = await jest(folder, process.argv.slice(2));
    const seconds = Math.round((Date.now() - began) / 1_000);
    const { numPassedTests: passed, numFailedTests: failed, numTotalTestSuites: files } = outcome;
    process.stdout.write(
      `With authentication on: ${String(passed)} passed, ${String(failed)} failed, ${String(files)} files, ${String(seconds)} s\n`,
    );
    return passed > 0 && failed === 0 && outcome.numFailedTestSuites === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

main().then(
  holds => {
    process.exitCode = holds ? 0 : 1;
  },
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : 'The run failed.'}\n`);
    process.exitCode = 2;
  },
);
