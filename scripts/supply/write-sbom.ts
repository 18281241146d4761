import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { billOf } from './bill';

const ROOT = join(__dirname, '..', '..');
const FILE = join(ROOT, 'build', 'sbom.json');

/** `npm run sbom` */
const bill = billOf(ROOT, JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
mkdirSync(join(ROOT, 'build'), { recursive: true });
writeFileSync(FILE, `${JSON.stringify(bill, undefined, 2)}\n`);
process.stdout.write(`${FILE}: ${String(bill.components.length)} packages\n`);
