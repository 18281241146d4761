import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesOf, zipOf } from './package';
import { fillingsFrom } from './settings';

const FOLDER = join(__dirname, '..', '..', 'manifest');
const USUAL = join(__dirname, '..', '..', 'build', 'sent-ute.zip');

const write = async (to: string, from: string): Promise<string> => {
  const zip = zipOf(await filesOf(from, fillingsFrom(process.env)));
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, zip);
  return `${to}\nsha256 ${createHash('sha256').update(zip).digest('hex')}\n`;
};

/** `npm run package [-- FILE [FOLDER]]` */
write(process.argv[2] ?? USUAL, process.argv[3] ?? FOLDER).then(
  said => process.stdout.write(said),
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exitCode = 1;
  },
);
