/** Runs `close` once, at the first SIGINT or SIGTERM, and ends the process when it is done; with a fault if it fails. */
export const closeOnSignals = (close: () => Promise<void>): void => {
  let closing: Promise<void> | undefined;
  const end = (): void => {
    closing ??= close().then(
      () => process.exit(),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
};

type Closing = { readonly close: (done: () => void) => unknown };
const PATIENCE_MS = 5_000;

/** No new connections; answers that are under way are waited for, but not for ever. */
export const closed = async (server: Closing, patienceMs = PATIENCE_MS): Promise<void> => {
  const timer = { stop: (): void => undefined };
  const patience = new Promise<void>(resolve => {
    const timeout = setTimeout(resolve, patienceMs);
    timer.stop = () => {
      clearTimeout(timeout);
    };
  });
  const done = new Promise<void>(resolve => {
    server.close(() => {
      resolve();
    });
  });
  await Promise.race([done, patience]);
  timer.stop();
};
