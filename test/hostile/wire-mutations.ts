import { type Random } from './random';
import { TYPED } from './scene';

type Header = readonly [name: string, value: string];

/** A request as it goes over the wire. */
export type Sending = {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly Header[];
  readonly body: Buffer;
  /** It ends before its own end: the line is closed from this side, and there may be no answer. */
  readonly isCut?: true;
};

type Mutation = (random: Random, sending: Sending) => Sending;

const withText = (sending: Sending, text: string): Sending => ({ ...sending, body: Buffer.from(text) });
const without = ({ headers }: Sending, name: string): readonly Header[] =>
  headers.filter(([one]) => one !== name);
const withHeader = (sending: Sending, [name, value]: Header): Sending => ({
  ...sending,
  headers: [...without(sending, name), [name, value]],
});

const truncated: Mutation = (random, sending) => ({
  ...sending,
  body: sending.body.subarray(0, random.below(sending.body.length)),
});

const KEY = /"([a-zA-Z]{2,20})":/g;
/** One key twice, the second time with something else: the last one counts for whoever reads it. */
const duplicated: Mutation = (random, sending) => {
  const text = sending.body.toString('utf8');
  const found = random.any([...text.matchAll(KEY)]);
  if (found === undefined) return sending;
  const value = random.pick(['null', '7', '{}', '[]', '"\\u0000"', 'true']);
  const doubled = `${found[0]}${value},${found[0]}`;
  const swapped = random.chance(0.5) ? doubled : `"__proto__":{"polluted":"${TYPED}"},${found[0]}`;
  return withText(sending, text.replace(found[0], swapped));
};

const TYPES = [
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
  ],
  ...['application/json; charset=utf-16', 'application/json; charset=x', 'application/xml', TYPED, ''],
];
const wrongType: Mutation = (random, sending) =>
  random.chance(0.1)
    ? { ...sending, headers: without(sending, 'content-type') }
    : withHeader(sending, ['content-type', random.any(TYPES) ?? '']);

const BYTES = [
  [0xff],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf5, 0x80, 0x80, 0x80],
  [0x00],
  [0xef, 0xbb, 0xbf],
];
const invalidBytes: Mutation = (random, sending) => {
  const place = random.below(sending.body.length);
  const bytes = Buffer.from(random.any(BYTES) ?? [0xff]);
  return {
    ...sending,
    body: Buffer.concat([sending.body.subarray(0, place), bytes, sending.body.subarray(place)]),
  };
};

const WHOLES = [
  '',
  'null',
  '[]',
  '0',
  '"x"',
  'true',
  '{}',
  '[[]]',
  '{"type":"invoke"}',
  '\u0000',
  '['.repeat(9_000),
];
const otherWhole: Mutation = (random, sending) => withText(sending, random.any(WHOLES) ?? '');

const wrongLength =
  (length: (bytes: number) => number): Mutation =>
  (_random, sending) => ({
    ...withHeader(sending, ['content-length', String(length(sending.body.length))]),
    isCut: true,
  });

const HEADERS: readonly Mutation[] = [
  (_, sending) => withHeader(sending, ['content-encoding', 'gzip']),
  (_, sending) => withHeader(sending, ['authorization', `Bearer ${TYPED}.${TYPED}.${TYPED}`]),
  (_, sending) => withHeader(sending, ['authorization', 'x'.repeat(9_000)]),
  (_, sending) => withHeader(sending, ['x-forwarded-for', `${TYPED}, ::1, 127.0.0.1`]),
  (_, sending) => withHeader(sending, ['host', '']),
  (_, sending) => withHeader(sending, ['expect', '100-continue-not']),
  (_, sending) => withHeader(sending, [TYPED, 'x'.repeat(20_000)]),
  (_, sending) => ({
    ...sending,
    headers: [
      ...sending.headers,
      ...Array.from({ length: 90 }, (_one, n) => [`x-${String(n)}`, 'x'] as const),
    ],
  }),
  (_, sending) => ({ ...withHeader(sending, ['bad name', 'x']), isCut: true }),
  (_, sending) => ({
    ...withHeader(sending, ['x-split', `a\r\n\r\nGET /${TYPED} HTTP/1.1\r\n`]),
    isCut: true,
  }),
  (_, sending) => ({ ...withHeader(sending, ['transfer-encoding', 'chunked']), isCut: true }),
  (random, sending) => ({ ...sending, method: random.pick(['GET', 'PUT', 'DELETE', 'HEAD', 'OPTIONS']) }),
  (_, sending) => ({ ...sending, method: TYPED, isCut: true }),
  (random, sending) => ({
    ...sending,
    path: random.pick([
      '/api/messages/..',
      '/api//messages',
      '/API/MESSAGES/',
      '/api/messages?x=%',
      '/%',
      '/files/x',
      '/',
    ]),
  }),
  wrongLength(bytes => bytes + 10),
  wrongLength(bytes => Math.max(0, bytes - 10)),
  wrongLength(() => -1),
];
const mutatedHeaders: Mutation = (random, sending) => (random.any(HEADERS) ?? wrongType)(random, sending);

/** Every way it is spoilt on its way, by name. */
export const ON_THE_WIRE: Readonly<Record<string, Mutation>> = {
  'truncated JSON': truncated,
  'duplicated keys': duplicated,
  'wrong content type': wrongType,
  'invalid bytes': invalidBytes,
  'another body': otherWhole,
  'mutated headers': mutatedHeaders,
};
