import { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { MOST_BYTES } from './documents';
import { badRequest, tooLarge } from './refusal';
import { type WireCall, type WireKind } from './wire';

/** One HTTP request, read whole. */
export type Request = {
  readonly method: string;
  /** `dbs/a/colls/b/docs/c`, decoded. */
  readonly segments: readonly string[];
  readonly header: (name: string) => string | undefined;
  /** Throws 413 when the body was longer than a document or a batch may be. */
  readonly body: () => string;
};

/** The parts of the resource tree, as the fixed segments of their paths. */
const SHAPES = [
  ['account', []],
  ['databases', ['dbs']],
  ['database', ['dbs', '*']],
  ['containers', ['dbs', '*', 'colls']],
  ['container', ['dbs', '*', 'colls', '*']],
  ['ranges', ['dbs', '*', 'colls', '*', 'pkranges']],
  ['documents', ['dbs', '*', 'colls', '*', 'docs']],
  ['document', ['dbs', '*', 'colls', '*', 'docs', '*']],
] as const;

type Shape = (typeof SHAPES)[number][0] | 'other';

const fits = (segments: readonly string[], pattern: readonly string[]): boolean =>
  pattern.length === segments.length &&
  pattern.every((fixed, index) => fixed === '*' || fixed === segments[index]);

export const shapeOf = ({ segments }: Pick<Request, 'segments'>): Shape =>
  SHAPES.find(([, pattern]) => fits(segments, pattern))?.[0] ?? 'other';

const isTrue = (request: Request, header: string): boolean =>
  request.header(header)?.toLowerCase() === 'true';

const POSTED: readonly (readonly [WireKind, (request: Request) => boolean])[] = [
  ['query-plan', request => isTrue(request, 'x-ms-cosmos-is-query-plan-request')],
  ['batch', request => isTrue(request, 'x-ms-cosmos-is-batch-request')],
  [
    'query',
    request =>
      isTrue(request, 'x-ms-documentdb-isquery') ||
      request.header('content-type')?.startsWith('application/query+json') === true,
  ],
  ['upsert', request => isTrue(request, 'x-ms-documentdb-is-upsert')],
];

const posted = (request: Request): WireKind => POSTED.find(([, is]) => is(request))?.[0] ?? 'create';

const ON_DOCUMENT: ReadonlyMap<string, WireKind> = new Map([
  ['GET', 'read'],
  ['PUT', 'replace'],
  ['PATCH', 'patch'],
  ['DELETE', 'delete'],
]);

export const kindOf = (request: Request): WireKind => {
  const shape = shapeOf(request);
  if (shape === 'document') return ON_DOCUMENT.get(request.method) ?? 'metadata';
  if (shape !== 'documents') return 'metadata';
  return request.method === 'POST' ? posted(request) : 'query';
};

export const callOf = (request: Request): WireCall => {
  const container = request.segments[3];
  const partitionKey = request.header('x-ms-documentdb-partitionkey');
  return {
    kind: kindOf(request),
    ...(container === undefined ? {} : { container }),
    ...(partitionKey === undefined ? {} : { partitionKey }),
  };
};

const decoded = (url: string): readonly string[] => {
  try {
    return (url.split('?')[0] ?? '')
      .split('/')
      .filter(segment => segment !== '')
      .map(decodeURIComponent);
  } catch {
    throw badRequest('The path of the request is not valid.');
  }
};

type Bytes = { readonly text: string; readonly whole: boolean };

/** Reads on to the end of a body that is too long, so that the client hears the answer, but keeps none of it. */
const readBytes = async (incoming: AsyncIterable<Buffer>): Promise<Bytes> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    length += chunk.length;
    if (length <= MOST_BYTES) chunks.push(chunk);
  }
  return { text: Buffer.concat(chunks).toString(), whole: length <= MOST_BYTES };
};

const headerOf =
  (headers: IncomingHttpHeaders) =>
  (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value.join(',') : value;
  };

/** Reads the whole request. Throws 400 for a path that cannot be decoded. */
export const readRequest = async (incoming: IncomingMessage): Promise<Request> => {
  const { text, whole } = await readBytes(incoming);
  return {
    method: incoming.method ?? 'GET',
    segments: decoded(incoming.url ?? '/'),
    header: headerOf(incoming.headers),
    body: () => {
      if (!whole) throw tooLarge('a document and a batch hold at most 2 MB');
      return text;
    },
  };
};
