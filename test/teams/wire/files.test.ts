import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import express from 'express';
import { fileDoor } from '../../../src/teams/wire/files';

const FILE = {
  name: 'tilgangslogg-SU-1.csv',
  type: 'text/csv; charset=utf-8',
  text: '\u{feff}Hvem\r\nÆ\r\n',
};

const BYTES = {
  name: 'referat.docx',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  bytes: new Uint8Array([80, 75, 0, 255, 13, 10]),
};

describe('fileDoor', () => {
  const asked: string[] = [];
  const logged: Readonly<Record<string, unknown>>[] = [];
  const fetchFile = (token: string) => {
    asked.push(token);
    if (token === 'broken') return Promise.reject(new Error('secret'));
    if (token === 'bytes') return Promise.resolve(BYTES);
    return Promise.resolve(token === 'good' ? FILE : undefined);
  };
  const web = express()
    .disable('x-powered-by')
    .use(
      fileDoor(fetchFile, {
        log: (event, fields) => logged.push({ event, ...fields }),
        apology: (locale, correlation) => `Beklager (${locale?.slice(0, 2) ?? ''}) ${correlation}`,
      }),
    );
  const server = web.listen(0, '127.0.0.1');
  const at = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}${path}`, init);
  beforeAll(async () => {
    if (!server.listening) await once(server, 'listening');
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  it('gives the file to be saved, kept nowhere on the way', async () => {
    const answer = await at('/files/good');

    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(FILE.text);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="tilgangslogg-SU-1.csv"',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers.has('etag')).toBe(false);
  });

  it('gives one that is not text as it is, byte by byte', async () => {
    const answer = await at('/files/bytes');

    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(BYTES.bytes);
    expect(answer.headers.get('content-type')).toBe(BYTES.type);
  });

  it('T28 answers everything that is wrong in the same way, down to the headers', async () => {
    const answers = [
      await at('/files/bad'),
      await at('/files/unknown'),
      await at(`/files/${'x'.repeat(4_000)}`),
      await at('/files/good', { method: 'OPTIONS' }),
      await at('/files/good', { method: 'HEAD' }),
    ];

    const seen = await Promise.all(
      answers.map(async answer => {
        const { date: _, ...headers } = Object.fromEntries(answer.headers);
        return { status: answer.status, headers, body: await answer.text() };
      }),
    );
    expect(seen[0]).toMatchObject({ status: 404, body: '' });
    expect(seen.slice(1, 4)).toEqual([seen[0], seen[0], seen[0]]);
    expect(seen[4]).toMatchObject({ status: 404, body: '' });
  });

  it('does not use a link up for a client that only asks whether it is there', async () => {
    asked.length = 0;

    await at('/files/good', { method: 'HEAD' });

    expect(asked).toEqual([]);
  });

  it('tells of a fault of ours with a code that is in the log, and without a word of it', async () => {
    logged.length = 0;

    const answer = await at('/files/broken', { headers: { 'accept-language': 'nn-NO,nn;q=0.9' } });

    const told = await answer.text();
    const [line] = logged;
    expect([answer.status, logged.length]).toEqual([500, 1]);
    expect(line).toEqual({ event: 'file-failed', correlation: expect.any(String) as string, fault: 'Error' });
    expect(told).toBe(`Beklager (nn) ${String(line?.['correlation'])}`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});
