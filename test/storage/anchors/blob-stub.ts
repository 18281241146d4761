import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A container as Azure Blob Storage answers for it: put unless it is there, get, and list by name. */
export type BlobStub = {
  readonly url: string;
  readonly blobs: Map<string, string>;
  /** The next request is answered with this status. */
  readonly failNext: (status: number) => void;
  readonly close: () => Promise<void>;
};

type Failing = { status: number | undefined };

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
};

const error = (response: ServerResponse, status: number, code: string): void => {
  response.writeHead(status, { 'x-ms-error-code': code, 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
};

const list = (response: ServerResponse, url: URL, blobs: ReadonlyMap<string, string>): void => {
  const names = [...blobs.keys()]
    .filter(name => name.startsWith(url.searchParams.get('prefix') ?? ''))
    .sort();
  const from = Number(url.searchParams.get('marker') ?? 0);
  const most = Number(url.searchParams.get('maxresults') ?? 2);
  const page = names.slice(from, from + most);
  const next = from + most < names.length ? String(from + most) : '';
  const items = page.map(
    name =>
      `<Blob><Name>${name}</Name><Properties><Content-Length>1</Content-Length><BlobType>BlockBlob</BlobType></Properties></Blob>`,
  );
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0"?><EnumerationResults><Blobs>${items.join('')}</Blobs><NextMarker>${next}</NextMarker></EnumerationResults>`,
  );
};

const put = async (
  request: IncomingMessage,
  response: ServerResponse,
  { name, blobs }: Named,
): Promise<void> => {
  const text = await bodyOf(request);
  if (request.headers['if-none-match'] === '*' && blobs.has(name)) {
    error(response, 409, 'BlobAlreadyExists');
    return;
  }
  blobs.set(name, text);
  response.writeHead(201, { etag: '"1"', 'last-modified': new Date(0).toUTCString() });
  response.end();
};

const get = (response: ServerResponse, { name, blobs }: Named): void => {
  const text = blobs.get(name);
  if (text === undefined) {
    error(response, 404, 'BlobNotFound');
    return;
  }
  const length = Buffer.byteLength(text);
  response.writeHead(200, {
    ...{ etag: '"1"', 'last-modified': new Date(0).toUTCString() },
    ...{ 'content-type': 'application/json', 'content-length': length },
    'x-ms-blob-type': 'BlockBlob',
  });
  response.end(text);
};

type Named = { readonly name: string; readonly blobs: Map<string, string> };

const answering =
  (blobs: Map<string, string>, failing: Failing) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const name = decodeURIComponent(url.pathname.replace(/^\/account\/anchors\/?/, ''));
    const { status } = failing;
    failing.status = undefined;
    if (status !== undefined) {
      error(response, status, 'ServerBusy');
      return;
    }
    if (request.method === 'PUT') await put(request, response, { name, blobs });
    else if (url.searchParams.get('comp') === 'list') list(response, url, blobs);
    else if (request.method === 'HEAD') get(response, { name, blobs });
    else get(response, { name, blobs });
  };

export const startBlobStub = async (): Promise<BlobStub> => {
  const blobs = new Map<string, string>();
  const failing: Failing = { status: undefined };
  const answer = answering(blobs, failing);
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port.toString()}/account/anchors`,
    blobs,
    failNext: status => {
      failing.status = status;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
