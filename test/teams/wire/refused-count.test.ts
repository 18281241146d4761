import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import express from 'express';
import { countRefused } from '../../../src/teams/wire/refused-count';

describe('countRefused', () => {
  it('counts each answer that is a no by its status, and no other', async () => {
    const counted: number[] = [];
    const web = express()
      .use(countRefused(status => counted.push(status)))
      .use((request, response) => {
        response.status(Number(request.path.slice(1))).end();
      });
    const server = web.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

    for (const status of [200, 401, 403, 429, 202, 400]) await fetch(`${url}/${status.toString()}`);

    server.close();
    server.closeAllConnections();
    expect(counted).toEqual([401, 403, 429, 400]);
  });
});
