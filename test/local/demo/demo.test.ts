import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const DEMO = join(__dirname, '..', '..', '..', 'src', 'local', 'demo', 'demo.ts');

describe('the demo', () => {
  it('ends with 1 and a sentence when its file cannot be used, before anything is started', () => {
    const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', DEMO, '/nowhere.json'], {
      encoding: 'utf8',
    });

    expect(status).toBe(1);
    expect(stdout).toBe(
      'FAIL: Innmeldingen i /nowhere.json kan ikke brukes:\n  /nowhere.json: Filen finnes ikke eller kan ikke leses.\n',
    );
  }, 30_000);
});
