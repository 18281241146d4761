import { createRequire } from 'node:module';
import { startBareBot } from './bot';

/** As the program does. */
const load: (name: string) => unknown = createRequire(__filename);

/** What is named is loaded, too: what a program with these libraries cannot start without. */
const start = async (libraries: readonly string[]): Promise<void> => {
  libraries.forEach(name => load(name));
  /** Echoes what it is asked, in a card as small as one can be. */
  const { messages } = await startBareBot(({ activity: { text, value } }) => ({
    type: 'AdaptiveCard',
    version: '1.4',
    body: [{ type: 'TextBlock', text: text === '' ? JSON.stringify(value) : text }],
  }));
  process.stdout.write(`${JSON.stringify({ ready: true, messages })}\n`);
};

start(process.argv.slice(2)).catch(() => process.exit(1));
