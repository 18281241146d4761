import { openWorld } from '../../../src/local/world';

const [dataDir = '', database = '', leaseMs = ''] = process.argv.slice(2);

/** A replica that takes the lead when it can; it is ended by force. */
openWorld(
  { port: 0, dataDir, database, fresh: false, windows: false },
  {
    log: () => undefined,
    reminders: { leaseMs: Number(leaseMs), sendMs: 1_000, storeMs: 1_000, ackTries: 2, pollMs: 250 },
  },
).then(
  ({ app }) => {
    app.dispatcher.start();
  },
  () => process.exit(1),
);
