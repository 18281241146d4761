import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** What the sender is told: where to, how much, and what it may send besides what it forges itself. */
export const Order = z.object({
  url: z.string(),
  appId: z.string(),
  requests: z.number(),
  connections: z.number(),
  from: z.enum(['fresh addresses', 'one address', 'one person']),
  /** The public key, in PEM: not a secret, though some verifiers have taken it for one. */
  publicKey: z.string(),
  /** A press that is right, and its token. */
  good: z.object({ token: z.string(), press: z.record(z.string(), z.unknown()) }),
  /** Signed by the channel, and for something else. */
  strays: z.array(z.string()),
});
export type Order = z.infer<typeof Order>;
type Hostile = { readonly token?: string; readonly body: unknown };

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const chance = (n: number, what: string): Buffer =>
  createHash('sha256')
    .update(`${what} ${String(n)}`)
    .digest();
const freshId = (n: number): string =>
  chance(n, 'id')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
/** As long as a real signature. */
const anySignature = (n: number): string =>
  Buffer.concat(Array.from({ length: 8 }, (_, m) => chance(n, String(m)))).toString('base64url');

const claimsFor = (n: number, { appId, good }: Order) => ({
  ...{ iss: 'https://api.botframework.com', aud: appId, tid: freshId(n) },
  ...{ serviceurl: good.press['serviceUrl'], nbf: 0, exp: 9_999_999_999, jti: n },
});
/** What stands before the signature. */
const unsigned = (claims: object, header: object): string =>
  `${base64({ typ: 'JWT', ...header })}.${base64(claims)}`;
const asSecret = (text: string, secret: string): string =>
  `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
const emulator = (n: number): object => ({
  ...{ iss: `https://sts.windows.net/${freshId(n)}/`, ver: '1.0', appid: freshId(n + 1) },
});

/** One way in each: with ever new tenants, keys and ids, so that whatever is remembered of them can be seen to grow. */
const KINDS: readonly ((n: number, order: Order) => Hostile)[] = [
  (n, order) => ({
    token: `${unsigned(claimsFor(n, order), { alg: 'RS256', kid: 'k1' })}.${anySignature(n)}`,
    body: order.good.press,
  }),
  (n, order) => ({
    token: `${unsigned(claimsFor(n, order), { alg: 'RS256', kid: freshId(n) })}.${anySignature(n)}`,
    body: order.good.press,
  }),
  (n, order) => ({
    token: `${unsigned(claimsFor(n, order), { alg: 'none', kid: 'k1' })}.`,
    body: order.good.press,
  }),
  (n, order) => ({
    token: asSecret(unsigned(claimsFor(n, order), { alg: 'HS256', kid: 'k1' }), order.publicKey),
    body: order.good.press,
  }),
  (n, order) => ({
    token: `${unsigned({ ...claimsFor(n, order), ...emulator(n) }, { alg: 'RS256', kid: 'k1' })}.${anySignature(n)}`,
    body: order.good.press,
  }),
  (n, { strays, good }) => ({
    token: strays[n % strays.length] ?? '',
    body: { ...good.press, id: freshId(n) },
  }),
  (n, { good }) => ({
    token: good.token,
    body: { ...good.press, conversation: { id: freshId(n), tenantId: freshId(n) } },
  }),
  (n, { good }) => ({ body: { ...good.press, conversation: { id: freshId(n), tenantId: freshId(n) } } }),
  (n, { good }) => ({
    token: good.token,
    body: { ...good.press, [freshId(n)]: n, from: n },
  }),
  (n, { good }) => ({
    token: good.token,
    body: { ...good.press, serviceUrl: `https://${freshId(n)}.example/` },
  }),
];

const hostile = (n: number, order: Order): Hostile =>
  order.from === 'one person'
    ? { token: order.good.token, body: { ...order.good.press, id: freshId(n) } }
    : (KINDS[n % KINDS.length]?.(n, order) ?? { body: null });

const addressOf = (n: number, { from }: Order): string => {
  if (from !== 'fresh addresses') return '192.0.2.1';
  const [a = 0, b = 0, c = 0, d = 0] = chance(n, 'address');
  return n % 2 === 0
    ? [a, b, c, d].map(String).join('.')
    : `2a00:${b.toString(16)}:${(c * 256 + d).toString(16)}::1`;
};

/** The status; or `wait`, when somebody was told to. */
const send = async (n: number, order: Order): Promise<string> => {
  const { token, body } = hostile(n, order);
  const request = httpRequest(order.url, {
    method: 'POST',
    agent: false,
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': addressOf(n, order),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  });
  const answered = once(request, 'response') as Promise<[IncomingMessage]>;
  request.end(JSON.stringify(body));
  const [answer] = await answered;
  return (await text(answer)).includes('TooFast') ? 'wait' : String(answer.statusCode);
};

/** As many at once as there are connections, each as soon as the one before it was answered. */
const flood = async (order: Order): Promise<Readonly<Record<string, number>>> => {
  const statuses: Record<string, number> = {};
  let next = 0;
  const connection = async (): Promise<void> => {
    while (next < order.requests) {
      next += 1;
      const status = await send(next, order).catch(() => 'broken');
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: order.connections }, connection));
  return statuses;
};

if (process.send !== undefined) {
  process.on('message', (message: unknown) => {
    void flood(Order.parse(message)).then(statuses => process.send?.({ statuses }));
  });
  process.on('disconnect', () => process.exit());
}
