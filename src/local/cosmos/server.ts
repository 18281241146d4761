import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { byKey, byRole, type Directory } from './admission';
import { openCatalog } from './catalog';
import { exchangeOne, failed, send, type Exchange } from './exchange';
import { readRequest } from './request';
import { openSqlite } from './sqlite';
import { type FaultHook, type WireRequest } from './wire';

export type EmbeddedCosmosOptions = {
  /** A path, or ':memory:'. */
  readonly file: string;
  /** Epoch milliseconds; gives `_ts`, TTL and the Date header. */
  readonly now: () => number;
  /** A free port when absent. */
  readonly port?: number;
  /** Called once for every HTTP request, before its answer leaves. */
  readonly observe?: (request: WireRequest) => void;
  readonly fault?: FaultHook;
  /** Identities and their roles over https, and keys no more; one key over http when absent. */
  readonly identities?: { readonly tls: Certificate; readonly directory: Directory };
};

/** Both in PEM. */
export type Certificate = { readonly key: string; readonly cert: string };

export type EmbeddedCosmos = {
  readonly endpoint: string;
  /** The account's key, new at every start; good for nothing where identities are asked for. */
  readonly key: string;
  readonly close: () => Promise<void>;
};

const LOOPBACK = '127.0.0.1';

const listen = async (server: Server, port: number): Promise<number> => {
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
};

const handle = async (exchange: Exchange, incoming: IncomingMessage, response: ServerResponse) => {
  try {
    await exchangeOne(exchange, await readRequest(incoming), response);
  } catch (error) {
    if (response.headersSent) response.destroy();
    else send(response, failed(error), exchange.now());
  }
};

const stop = async (server: Server): Promise<void> => {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
};

/**
 * The subset of the Cosmos NoSQL wire protocol that the repositories use, on loopback only, over one SQLite file.
 * What was answered with success is on the disk. Throws when the port is taken or the file cannot be opened.
 */
export const startEmbeddedCosmos = async (options: EmbeddedCosmosOptions): Promise<EmbeddedCosmos> => {
  const sqlite = openSqlite(options.file);
  const { identities } = options;
  const server = identities === undefined ? createServer() : createSecureServer(identities.tls);
  const port = String(await listen(server, options.port ?? 0));
  const endpoint = `${identities === undefined ? 'http' : 'https'}://${LOOPBACK}:${port}/`;
  const key = randomBytes(64).toString('base64');
  const exchange: Exchange = {
    catalog: openCatalog(sqlite),
    endpoint,
    now: options.now,
    admits: identities === undefined ? byKey(key) : byRole(identities.directory, endpoint),
    observe: options.observe ?? (() => undefined),
    fault: options.fault ?? (() => Promise.resolve(undefined)),
  };
  server.on('request', (incoming, response) => {
    void handle(exchange, incoming, response);
  });
  return {
    endpoint,
    key,
    close: async () => {
      await stop(server);
      sqlite.close();
    },
  };
};
