import { once } from 'node:events';
import { type Server } from 'node:http';
import { type Express } from 'express';

const LOOPBACK = '127.0.0.1';

const isTaken = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE';

const listenOn = async (web: Express, port: number): Promise<Server> => {
  const server = web.listen(port, LOOPBACK);
  await once(server, 'listening');
  return server;
};

export type Listening = { readonly server: Server; readonly port: number };

/** On loopback only, at `wanted` or, when that is taken, wherever there is room. */
export const listen = async (web: Express, wanted: number): Promise<Listening> => {
  const server = await listenOn(web, wanted).catch((fault: unknown) => {
    if (isTaken(fault)) return listenOn(web, 0);
    throw fault;
  });
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : wanted };
};
