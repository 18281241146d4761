import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** What the program and the tests read from beside src/ and test/; the bench is compiled into a folder of its own. */
const BESIDE = ['cards', 'infra', 'manifest'];
const AT = join(__dirname, '..', '..');

BESIDE.filter(name => !existsSync(join(AT, name))).forEach(name => {
  symlinkSync(join(process.cwd(), name), join(AT, name));
});
