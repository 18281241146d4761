import { once } from 'node:events';
import { type Server } from 'node:http';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Request,
  type TurnContext,
} from 'botbuilder';
import express from 'express';

/** What comes back to whoever asked: nothing but what was said. */
type Answer = (context: TurnContext) => object;

const CARD = 'application/vnd.microsoft.card.adaptive';

const onTurn =
  (cardFor: Answer) =>
  async (context: TurnContext): Promise<void> => {
    if (context.activity.type === 'invoke') {
      const body = { statusCode: 200, type: CARD, value: cardFor(context) };
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    }
    if (context.activity.type === 'message')
      await context.sendActivity({ attachments: [{ contentType: CARD, content: cardFor(context) }] });
  };

export type BareBot = { readonly messages: string; readonly close: () => Promise<void> };

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

/** As little as botbuilder lets one write: no guard, no database, no rules; it answers every turn with a card. */
export const startBareBot = async (cardFor: Answer): Promise<BareBot> => {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const turn = onTurn(cardFor);
  const web = express().disable('x-powered-by').use(express.json());
  web.post('/api/messages', (request: Request, response) => adapter.process(request, response, turn));
  const server = web.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    messages: `http://127.0.0.1:${String(portOf(server))}/api/messages`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
