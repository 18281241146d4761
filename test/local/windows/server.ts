import { createServer, type Server } from 'node:http';

import express, { type Express } from 'express';

export type Listening = { readonly url: string; readonly close: () => Promise<void> };

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not listening.');
  return address.port;
};

/** An express app on a free port of 127.0.0.1. */
export const listen = async (build: (app: Express) => void): Promise<Listening> => {
  const app = express();
  build(app);
  const server = createServer(app);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${String(portOf(server))}`,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
};
