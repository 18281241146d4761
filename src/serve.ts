import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';

import express, { type Express, type RequestHandler, type Router } from 'express';

/** In milliseconds. */
type Times = {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  readonly keepAliveTimeout: number;
  /** How often the first two are looked at. */
  readonly connectionsCheckingInterval: number;
};

type Kind = {
  readonly times?: Times;
  /** For https, which the ingress ends where there is one. */
  readonly certificate?: Certificate | undefined;
};
type Certificate = { readonly key: string; readonly cert: string };

type Serving = {
  readonly host: string;
  readonly port: number;
  /** How many proxies stand before the program. Without any, what a request says of its way here is not believed. */
  readonly trustedProxies: number;
};

/** Teams sends some 2 KB of token and twenty headers; the ways here add a few. */
const MOST_HEADER_BYTES = 16_384;
const MOST_HEADERS = 64;
/** Far above what Teams opens; each holds a few KB. */
const MOST_CONNECTIONS = 2_000;

const DIRECT: Times = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
};
/** The ingress keeps idle connections for 240 s: were we the first to hang up, it would now and then send into nothing. */
const BEHIND_PROXY: Times = { ...DIRECT, keepAliveTimeout: 250_000 };

const refuse = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { connection: 'close', 'content-length': 0 }).end();
};

/** Node would leave out those that are too many, and go on. */
const withFewHeaders =
  (web: RequestListener): RequestListener =>
  (request, response) => {
    if (request.rawHeaders.length > 2 * MOST_HEADERS) refuse(response, 431);
    else web(request, response);
  };

/**
 * An HTTP server that no stranger can keep busy by being slow or long-winded. What it cannot read it answers itself, with
 * a status (400, 408, 431) and nothing else, and hangs up.
 */
export const boundedServer = (web: RequestListener, { times = DIRECT, certificate }: Kind = {}): Server => {
  const bounds = { ...times, maxHeaderSize: MOST_HEADER_BYTES };
  const listener = withFewHeaders(web);
  const server =
    certificate === undefined
      ? createServer(bounds, listener)
      : createSecureServer({ ...bounds, ...certificate }, listener);
  server.maxConnections = MOST_CONNECTIONS;
  return server;
};

const isTheirs = (fault: unknown): boolean =>
  typeof fault === 'object' && fault !== null && 'status' in fault && Number(fault.status) < 500;

const statusFor = (fault: unknown): number => {
  if (fault === undefined) return 404;
  return isTheirs(fault) ? 400 : 500;
};

/** Express would write what it knows into the answer: the path, or the fault with its stack. */
const answeredBy =
  (router: Router): RequestHandler =>
  (request, response) => {
    router(request, response, (fault?: unknown) => {
      if (response.headersSent) response.destroy();
      else refuse(response, statusFor(fault));
    });
  };

/** The router and nothing beside it: what it does not answer gets an empty 404, what it throws an empty 400 or 500. */
export const webOf = (router: Router, { trustedProxies }: Pick<Serving, 'trustedProxies'>): Express =>
  express().disable('x-powered-by').set('trust proxy', trustedProxies).use(answeredBy(router));

/** Listens; rejects when it cannot. */
export const serve = async (router: Router, serving: Serving): Promise<Server> => {
  const times = serving.trustedProxies > 0 ? BEHIND_PROXY : DIRECT;
  const server = boundedServer(webOf(router, serving), { times });
  server.listen(serving.port, serving.host);
  await once(server, 'listening');
  return server;
};
