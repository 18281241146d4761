import { Agent, request } from 'node:http';

/** Connections stay open, as a channel keeps them. */
export type Client = {
  /** Posts it, and answers what came back; throws when that was no success. */
  readonly post: (url: string, body: object) => Promise<unknown>;
  readonly close: () => void;
};

const parsed = (text: string): unknown => (text === '' ? undefined : JSON.parse(text));

/** Shorter than a server waits before it closes what nobody uses. */
const IDLE_MS = 3_000;

export const openClient = (most: number): Client => {
  const agent = new Agent({ keepAlive: true, maxSockets: most, timeout: IDLE_MS });
  return {
    post: (url, body) =>
      new Promise((resolve, reject) => {
        const headers = { 'content-type': 'application/json' };
        const asked = request(url, { method: 'POST', agent, headers }, response => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            if (response.statusCode === 200) resolve(parsed(text));
            else reject(new Error(`${String(response.statusCode)} ${text}`));
          });
        });
        asked.on('error', reject);
        asked.end(JSON.stringify(body));
      }),
    close: () => {
      agent.destroy();
    },
  };
};
