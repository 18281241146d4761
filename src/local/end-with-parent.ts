const LOOK_MS = 500;

/**
 * Asks this process to end, by SIGTERM, when the one that started it is gone. npm passes signals to its shell, which
 * does not pass them on: without this, what `npm start` started outlives an npm that was ended.
 */
export const endWithParent = (): void => {
  const parent = process.ppid;
  const look = (): void => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  };
  setInterval(look, LOOK_MS).unref();
};
