import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

import { z } from 'zod';

/** One request that the bot made to Teams. */
type Sent = {
  readonly method: string;
  /** Decoded, with query. */
  readonly path: string;
  readonly body: unknown;
  /** The first attached card; of a new conversation's first message too. */
  readonly card: unknown;
  readonly authorization: string | undefined;
};

/** What the stub answers instead of success; `hang` never answers, `reset` drops the connection. */
export type StubAnswer =
  | 'hang'
  | 'reset'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown };

export type ConnectorStub = {
  /** To be used as `serviceUrl`; ends in a slash. */
  readonly url: string;
  readonly sent: readonly Sent[];
  /** Decides later answers; undefined for a request means success. */
  readonly answerWith: (hook: (sent: Sent) => StubAnswer | undefined) => void;
  /** Resolves when this many requests have come; rejects after `ms`. */
  readonly waitFor: (count: number, ms?: number) => Promise<readonly Sent[]>;
  readonly forget: () => void;
  readonly close: () => Promise<void>;
};

const WithCard = z.object({ attachments: z.array(z.object({ content: z.unknown().optional() })) });
const WithFirstMessage = z.object({ activity: WithCard });

const cardIn = (body: unknown): unknown => {
  const message = WithFirstMessage.safeParse(body).data?.activity ?? WithCard.safeParse(body).data;
  return message?.attachments[0]?.content;
};

const readText = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
};

const readSent = async (request: IncomingMessage): Promise<Sent> => {
  const text = await readText(request);
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return {
    method: request.method ?? '',
    path: decodeURIComponent(request.url ?? ''),
    body,
    card: cardIn(body),
    authorization: request.headers.authorization,
  };
};

const success = ({ method, path }: Sent, count: number): Exclude<StubAnswer, string> => {
  if (method === 'POST' && path === '/v3/conversations') {
    return {
      status: 201,
      body: { id: `conversation-${String(count)}`, activityId: `sent-${String(count)}` },
    };
  }
  if (method === 'POST') return { status: 201, body: { id: `sent-${String(count)}` } };
  return { status: 200, body: { id: path.split('/').at(-1) } };
};

const give = (response: ServerResponse, answer: StubAnswer): void => {
  if (answer === 'hang') return;
  if (answer === 'reset') {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
};

/** A Bot Connector on 127.0.0.1 that records all that the bot sends and answers as Teams would. */
export const startConnectorStub = async (): Promise<ConnectorStub> => {
  const sent: Sent[] = [];
  let count = 0;
  let hook: (request: Sent) => StubAnswer | undefined = () => undefined;
  const server = createServer((request, response) => {
    void readSent(request).then(read => {
      sent.push(read);
      count += 1;
      give(response, hook(read) ?? success(read, count));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    sent,
    answerWith: next => {
      hook = next;
    },
    waitFor: async (wanted, ms = 3_000) => {
      const until = Date.now() + ms;
      while (sent.length < wanted) {
        if (Date.now() > until) throw new Error(`${String(sent.length)} of ${String(wanted)} requests came`);
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      return sent;
    },
    forget: () => {
      sent.length = 0;
    },
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};

export const TENANT = '7e57ab1e-0000-4000-8000-000000000001';
export const BOT = { id: '28:bot', name: 'Sent ute' };
export const TEAM = { id: '19:team@thread.tacv2' };
export const CHANNEL = { id: '19:channel@thread.tacv2' };

/** Someone in Teams, by number: the same number is the same person. */
export const teamsUser = (number: number): { id: string; name: string; aadObjectId: string } => ({
  id: `29:user-${String(number)}`,
  name: `Bruker ${String(number)}`,
  aadObjectId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
});

/** An activity as JSON; an override of `undefined` leaves the field out. */
export type ActivityJson = Readonly<Record<string, unknown>>;

export const personalChat = (number: number): ActivityJson => ({
  id: `a:chat-${String(number)}`,
  conversationType: 'personal',
  tenantId: TENANT,
});
export const channelThread = (messageId = '1700000000000'): ActivityJson => ({
  id: `${CHANNEL.id};messageid=${messageId}`,
  conversationType: 'channel',
  isGroup: true,
  tenantId: TENANT,
});

/** Makes the activities that Teams would send through this service address; ids are `in-1`, `in-2`, … */
export const createActivities = (serviceUrl: string) => {
  let count = 0;
  const activity = (fields: ActivityJson): ActivityJson => {
    count += 1;
    return {
      channelId: 'msteams',
      id: `in-${String(count)}`,
      timestamp: '2026-08-03T08:00:00.000Z',
      localTimezone: 'Europe/Oslo',
      serviceUrl,
      from: teamsUser(1),
      recipient: BOT,
      conversation: personalChat(1),
      channelData: { tenant: { id: TENANT } },
      locale: 'nb-NO',
      ...fields,
    };
  };
  return {
    activity,
    message: (text: string, fields: ActivityJson = {}) =>
      activity({ type: 'message', text, textFormat: 'plain', attachments: [], ...fields }),
    /** A button of a card was pressed; `data` is the button's data and the inputs, merged. */
    execute: (verb: string, data: ActivityJson = {}, fields: ActivityJson = {}) =>
      activity({
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: 'sent-0',
        value: { action: { type: 'Action.Execute', id: verb, verb, data }, trigger: 'manual' },
        ...fields,
      }),
    /** A dialog is opened (`task/fetch`) or sent in (`task/submit`). */
    dialog: (name: 'task/fetch' | 'task/submit', data: ActivityJson, fields: ActivityJson = {}) =>
      activity({ type: 'invoke', name, value: { data, context: { theme: 'default' } }, ...fields }),
    installed: (fields: ActivityJson = {}) =>
      activity({ type: 'installationUpdate', action: 'add', ...fields }),
    uninstalled: (fields: ActivityJson = {}) =>
      activity({ type: 'installationUpdate', action: 'remove', ...fields }),
    membersAdded: (members: readonly ActivityJson[], fields: ActivityJson = {}) =>
      activity({ type: 'conversationUpdate', membersAdded: members, ...fields }),
  };
};
