import { once } from 'node:events';
import { type Server } from 'node:http';
import { type Express } from 'express';
import { type Certificate } from './cosmos/server';
import { boundedServer } from '../serve';

const LOOPBACK = '127.0.0.1';

const isTaken = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE';

const serverFor = (web: Express, certificate?: Certificate): Server => boundedServer(web, { certificate });

const listenOn = async (server: Server, port: number): Promise<Server> => {
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  return server;
};

export type Listening = { readonly server: Server; readonly port: number };

/** On loopback only, at `wanted` or, when that is taken, wherever there is room; https with a certificate. */
export const listen = async (web: Express, wanted: number, tls?: Certificate): Promise<Listening> => {
  const server = await listenOn(serverFor(web, tls), wanted).catch((fault: unknown) => {
    if (isTaken(fault)) return listenOn(serverFor(web, tls), 0);
    throw fault;
  });
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : wanted };
};
