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
