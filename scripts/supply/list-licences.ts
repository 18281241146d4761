import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAllowed, licencesIn, lineOf } from './licences';

const ROOT = join(__dirname, '..', '..');
const FILE = join(ROOT, 'build', 'licences.tsv');

/** `npm run licences` */
const all = licencesIn(ROOT);
mkdirSync(join(ROOT, 'build'), { recursive: true });
writeFileSync(FILE, `${all.map(lineOf).join('\n')}\n`);
const refused = all.filter(one => !isAllowed(one));
process.stdout.write(`${FILE}: ${String(all.length)} packages\n`);
for (const one of refused) process.stderr.write(`not on the list of licences: ${lineOf(one)}\n`);
process.exitCode = refused.length === 0 ? 0 : 1;
