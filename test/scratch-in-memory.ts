import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
/** More than any run of the tests holds at once, a million audit events among it. */
const ENOUGH_BYTES = 4 * 2 ** 30;

const hasRoom = (): boolean => {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ENOUGH_BYTES;
};

/**
 * Jest’s global set-up: the tests’ folders lie in memory where there is room, for the databases in them sync every
 * commit, and the tests would spend most of their time waiting for a disk. What survives a killed process is the same.
 */
export default (): void => {
  if (!hasRoom()) return;
  const folder = mkdtempSync(join(MEMORY, 'sent-ute-tests-'));
  process.env['TMPDIR'] = folder;
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
};
