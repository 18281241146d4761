import { once } from 'node:events';
import { type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Router } from 'express';
import { boundedServer, serve, webOf } from '../src/serve';

const HOST = '127.0.0.1';
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Says this on a connection of its own; everything that is answered until the server hangs up. */
const heard = async (server: Server, said: string): Promise<string> => {
  const socket = connect(portOf(server), HOST);
  const chunks: string[] = [];
  socket.on('data', chunk => chunks.push(chunk.toString('utf8')));
  socket.on('error', () => undefined);
  socket.write(said);
  await once(socket, 'close');
  return chunks.join('');
};

const statusOf = (answer: string): number => Number(answer.split(' ')[1]);
/** Behind the blank line; an empty chunk is no body. */
const bodyOf = (answer: string): string =>
  answer.slice(answer.indexOf('\r\n\r\n') + 4).replace(/^0\r\n\r\n$/, '');
const asking = (path: string, ...headers: readonly string[]): string =>
  [`GET ${path} HTTP/1.1`, 'host: x', 'connection: close', ...headers, '', ''].join('\r\n');

const router = (): Router =>
  Router()
    .get('/ip', (request, response) => {
      response.send(request.ip);
    })
    .get('/files/:name', (_request, response) => {
      response.send('file');
    })
    .get('/breaks', () => {
      throw new Error('secret of the participant');
    })
    .get('/breaks-late', (_request, response) => {
      response.write('half');
      throw new Error('secret of the participant');
    })
    .post('/', (request, response) => {
      request.on('end', () => response.end('read')).resume();
    });

const opened: Server[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) server.close().closeAllConnections();
});

const open = async (server: Server): Promise<Server> => {
  opened.push(server.listen(0, HOST));
  await once(server, 'listening');
  return server;
};

const HASTY = {
  headersTimeout: 40,
  requestTimeout: 80,
  keepAliveTimeout: 1_000,
  connectionsCheckingInterval: 10,
};
const hasty = (): Promise<Server> =>
  open(boundedServer(webOf(router(), { trustedProxies: 0 }), { times: HASTY }));
const started = async (trustedProxies = 0): Promise<Server> => {
  const server = await serve(router(), { host: HOST, port: 0, trustedProxies });
  opened.push(server);
  return server;
};

describe('boundedServer', () => {
  const many = (count: number) => Array.from({ length: count }, (_, n) => `x-${String(n)}: y`);

  it.each<[string, string, number]>([
    ['headers of more than 16 KB', asking('/ip', `authorization: Bearer ${'x'.repeat(17_000)}`), 431],
    ['an address of more than 16 KB', asking(`/${'x'.repeat(17_000)}`), 431],
    ['more than 64 headers', asking('/ip', ...many(63)), 431],
    ['what is no HTTP', 'nonsense\r\n\r\n', 400],
    ['a length that is none', asking('/ip', 'content-length: -1'), 400],
    ['two lengths', asking('/ip', 'content-length: 1', 'content-length: 2'), 400],
    ['a length and chunks', asking('/ip', 'content-length: 1', 'transfer-encoding: chunked'), 400],
    ['no host', 'GET /ip HTTP/1.1\r\nconnection: close\r\n\r\n', 400],
  ])('T20 answers %s with a status alone, and hangs up', async (_name, said, status) => {
    const answer = await heard(await started(), said);

    expect([statusOf(answer), bodyOf(answer)]).toEqual([status, '']);
    expect(answer.toLowerCase()).toContain('connection: close');
  });

  it('takes 64 headers, and 15 KB of them', async () => {
    const answer = await heard(await started(), asking('/ip', ...many(61), `y: ${'x'.repeat(14_000)}`));

    expect(statusOf(answer)).toBe(200);
  });

  it.each([
    ['headers that never end', 'GET /ip HTTP/1.1\r\nhost: x\r\n'],
    ['a body that never comes', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nhalf'],
  ])('T20 does not wait for %s', async (_name, said) => {
    const answer = await heard(await hasty(), said);

    expect([statusOf(answer), bodyOf(answer)]).toEqual([408, '']);
  });
});

describe('webOf', () => {
  it.each([
    ['nothing', '/nothing', 404],
    ['a name that cannot be read', '/files/%zz', 400],
    ['what breaks', '/breaks', 500],
  ])('answers %s with nothing', async (_name, path, status) => {
    const answer = await heard(await started(), asking(path));

    expect([statusOf(answer), bodyOf(answer)]).toEqual([status, '']);
    expect(answer).not.toMatch(/x-powered-by/i);
  });

  it('breaks off an answer that breaks', async () => {
    const answer = await heard(await started(), asking('/breaks-late'));

    expect(answer).not.toContain('secret');
  });

  it.each([
    ['no proxy', 0, HOST],
    ['one proxy', 1, '192.0.2.7'],
  ])('believes what a request says of its way here as far as there is %s', async (_name, proxies, ip) => {
    const forwarded = 'x-forwarded-for: 198.51.100.1, 192.0.2.7';

    const answer = await heard(await started(proxies), asking('/ip', forwarded));

    expect(bodyOf(answer)).toBe(ip);
  });
});

describe('serve', () => {
  it('lets a proxy hang up first, and strangers not keep idle connections', async () => {
    const servers = [await started(), await started(1)];

    expect(servers.map(({ keepAliveTimeout }) => keepAliveTimeout)).toEqual([5_000, 250_000]);
    expect(servers.map(({ maxConnections }) => maxConnections)).toEqual([2_000, 2_000]);
  });

  it('rejects when the port is taken', async () => {
    const port = portOf(await started());

    await expect(serve(router(), { host: HOST, port, trustedProxies: 0 })).rejects.toThrow('EADDRINUSE');
  });
});
