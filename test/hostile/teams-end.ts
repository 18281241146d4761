import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { FOREIGN, OWN, TYPED } from './scene';

/** Where the program sends: it takes everything, keeps nothing, and tells what should never have come. */
export type TeamsEnd = {
  readonly url: string;
  readonly sent: () => number;
  readonly leaks: readonly string[];
  readonly close: () => Promise<void>;
};

const SAID = ['text', 'speak', 'summary', 'attachments', 'value', 'suggestedActions'];

/** What a person would be shown of it; around that Teams is told back what it said itself. */
const shownIn = (body: string): string => {
  const read: unknown = body === '' ? {} : JSON.parse(body);
  const entries = typeof read === 'object' && read !== null ? Object.entries(read) : [];
  return JSON.stringify(entries.filter(([key]) => SAID.includes(key)));
};

const leaksIn = (path: string, body: string): readonly string[] => [
  ...[FOREIGN.text, FOREIGN.number, OWN].filter(canary => `${path} ${body}`.includes(canary)),
  ...(shownIn(body).includes(TYPED) ? [TYPED] : []),
];

export const openTeamsEnd = async (): Promise<TeamsEnd> => {
  const leaks: string[] = [];
  let count = 0;
  const server = createServer((request, response) => {
    void (async () => {
      count += 1;
      const body = await text(request).catch(() => '');
      leaks.push(...leaksIn(request.url ?? '', body));
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"1700000000001"}');
    })();
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    sent: () => count,
    leaks,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
