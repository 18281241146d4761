import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const MODULE = JSON.stringify(resolve('src/local/end-with-parent.ts'));
const CHILD = `require(${MODULE}).endWithParent(); setInterval(() => {}, 1000); process.send('ready');`;
/** A program that starts another, says its id, and then does nothing, as a shell that waits. */
const PARENT = `
  const child = require('node:child_process').spawn(
    process.execPath,
    ['--require', 'tsx/cjs', '-e', ${JSON.stringify(CHILD)}],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  child.once('message', () => process.send(child.pid));
  setInterval(() => {}, 1000);
`;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('endWithParent', () => {
  it('ends the process when the one that started it is gone, and not before', async () => {
    const parent = spawn(process.execPath, ['-e', PARENT], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const said: readonly unknown[] = await once(parent, 'message');
    const pid = Number(said[0]);
    await sleep(1_000);
    const wasAlive = isAlive(pid);

    parent.kill('SIGKILL');
    await once(parent, 'exit');

    for (let waited = 0; waited < 5_000 && isAlive(pid); waited += 100) await sleep(100);
    const isLeft = isAlive(pid);
    if (isLeft) process.kill(pid, 'SIGKILL');
    expect(wasAlive).toBe(true);
    expect(isLeft).toBe(false);
  }, 20_000);
});
