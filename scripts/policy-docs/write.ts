import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rendered } from './render';

/** `npm run docs:policy` */
writeFileSync(join(__dirname, '..', '..', 'docs', 'policy.md'), rendered());
