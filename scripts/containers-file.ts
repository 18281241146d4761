import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTAINERS } from '../src/storage/containers';

/** `npm run infra:containers`: what Bicep makes in the database, from the one place where it is described. */
const PATH = join(__dirname, '..', 'infra', 'containers.json');
writeFileSync(PATH, `${JSON.stringify(Object.values(CONTAINERS), undefined, 2)}\n`);
