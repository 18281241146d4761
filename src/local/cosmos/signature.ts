import { createHmac, timingSafeEqual } from 'node:crypto';
import { refusal } from './refusal';
import { type Request } from './request';

/** The resource that the signature names: a feed is signed by its parent, a single thing by its own path. */
const signedResource = (segments: readonly string[]): readonly [type: string, id: string] => {
  const isFeed = segments.length % 2 === 1;
  const type = segments.at(isFeed ? -1 : -2) ?? '';
  return [type, (isFeed ? segments.slice(0, -1) : segments).join('/')];
};

const expected = ({ method, segments, header }: Request, key: string): string => {
  const [type, id] = signedResource(segments);
  const lines = [
    method.toLowerCase(),
    type.toLowerCase(),
    id,
    (header('x-ms-date') ?? '').toLowerCase(),
    '',
    '',
  ];
  return createHmac('sha256', Buffer.from(key, 'base64')).update(lines.join('\n')).digest('base64');
};

const KINDS = { key: /^type=master&ver=1\.0&sig=(.+)$/, token: /^type=aad&ver=1\.0&sig=(.+)$/ };

/** What stands as this kind of signature; empty when the request is signed in another way, or not at all. */
export const signatureIn = ({ header }: Request, kind: keyof typeof KINDS): string =>
  KINDS[kind].exec(decoded(header('authorization') ?? ''))?.[1] ?? '';

const decoded = (authorization: string): string => {
  try {
    return decodeURIComponent(authorization);
  } catch {
    return '';
  }
};

const same = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

/**
 * Throws 401 unless the request is signed with the account's key: loopback is shared with every other program
 * and web page on the machine. The date in it is the client's own and is not judged.
 */
export const checkSignature = (request: Request, key: string): void => {
  if (!same(Buffer.from(signatureIn(request, 'key')), Buffer.from(expected(request, key)))) {
    throw refusal(401, 'The input authorization token can not serve the request.');
  }
};
