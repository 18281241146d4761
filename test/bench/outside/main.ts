import { join } from 'node:path';
import { z } from 'zod';
import { startConnectorEnd } from '../../../src/local/demo/connector';
import { savedOffset } from '../../../src/local/clock';
import { startEmbeddedCosmos } from '../../../src/local/cosmos/server';
import { type Counts } from './outside';

const Asked = z.discriminatedUnion('do', [
  z.object({ do: z.literal('open'), folder: z.string() }),
  z.object({ do: z.literal('count') }),
]);

const say = (answer: object): void => {
  process.send?.(answer);
};

const requests: Record<string, number> = {};
const observe = ({ kind, container = '' }: { readonly kind: string; readonly container?: string }): void => {
  const what = `${kind} ${container}`;
  requests[what] = (requests[what] ?? 0) + 1;
};

const CODE = /SU-[0-9A-Z]{4}-[0-9A-Z]{4}/;

/** Everything outside the bot: the database, and Teams' end of the line. */
const main = async (): Promise<void> => {
  const connector = await startConnectorEnd();
  const open = async (folder: string): Promise<void> => {
    const clock = join(folder, 'clock');
    const now = (): number => Date.now() + savedOffset(clock);
    const { endpoint, key } = await startEmbeddedCosmos({
      file: join(folder, 'cosmos.sqlite'),
      now,
      observe,
    });
    say({ endpoint, key });
  };
  /** A notice is one for its recipient and its case: what was told twice stands there twice. */
  const count = (): Counts => {
    const all = connector.everything();
    const told = all.map(
      ({ conversationId, card }) => `${conversationId} ${CODE.exec(JSON.stringify(card))?.[0] ?? ''}`,
    );
    return { requests, sent: told.length, distinct: new Set(told).size };
  };
  process.on('message', (message: unknown) => {
    const asked = Asked.parse(message);
    if (asked.do === 'open') void open(asked.folder);
    else say(count());
  });
  process.once('disconnect', () => process.exit(0));
  say({ url: connector.url });
};

main().catch(() => process.exit(1));
