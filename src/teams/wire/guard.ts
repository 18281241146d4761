import { type Request, type RequestHandler, type Response } from 'express';

import { IncomingActivity, tenantOf } from './activity';
import { areLoopback, createAllowList, type IsAllowed } from './addresses';
import { type Authentication } from './authentication';
import { isHarmless, readBody } from './body';
import { type KeyRing } from './key-ring';
import { createTokenVerifier, type IsAuthentic } from './token';

export type GuardSettings = {
  readonly authentication: Authentication;
  /** Ids of the tenants whose people may use the bot. */
  readonly tenants: readonly string[];
  /** URL prefixes, see `createAllowList`. */
  readonly serviceUrls: readonly string[];
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** The channel's. */
  readonly keys: KeyRing;
};

type Refusal = 400 | 401 | 403;
type Admits = (request: Request, activity: IncomingActivity) => Promise<boolean>;

const CHANNEL = 'msteams';
const OWN_MACHINE = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

const isFromOwnMachine = (request: Request): boolean =>
  OWN_MACHINE.includes(request.socket.remoteAddress ?? '');

/** One header or none: of two, the library would read one and somebody on the way perhaps the other. */
const authorizationOf = ({ headersDistinct }: Request): string | undefined => {
  const given = headersDistinct['authorization'] ?? [];
  return given.length === 1 ? given[0] : undefined;
};

const byToken =
  (isAuthentic: IsAuthentic): Admits =>
  (request, activity) =>
    isAuthentic(authorizationOf(request), activity.serviceUrl);

const authenticator = ({ authentication, serviceUrls, now, keys }: GuardSettings): Admits => {
  if (authentication.kind === 'channel') {
    return byToken(createTokenVerifier({ appId: authentication.appId, now, keys }));
  }
  if (!areLoopback(serviceUrls)) {
    throw new Error('Without authentication every service address must be loopback');
  }
  return request => Promise.resolve(isFromOwnMachine(request));
};

const isPlainAddress = (address: string): boolean => !/[?#\\]/.test(address);

const comesFromTeams = (activity: IncomingActivity, isAllowed: IsAllowed): boolean =>
  activity.channelId === CHANNEL && isPlainAddress(activity.serviceUrl) && isAllowed(activity.serviceUrl);

const readActivity = (body: unknown): IncomingActivity | undefined =>
  isHarmless(body) ? IncomingActivity.safeParse(body).data : undefined;

const judge = (settings: GuardSettings) => {
  const isAllowed = createAllowList(settings.serviceUrls);
  const admits = authenticator(settings);
  return async (request: Request, body: unknown): Promise<Refusal | undefined> => {
    const activity = readActivity(body);
    if (activity === undefined) return 400;
    if (!comesFromTeams(activity, isAllowed)) return 403;
    if (!(await admits(request, activity))) return 401;
    return settings.tenants.includes(tenantOf(activity) ?? '') ? undefined : 403;
  };
};

const refuse = (response: Response, status: Refusal): void => {
  response.status(status).set('connection', 'close').end();
};

/**
 * Stands before the library (design.md §2): size and depth, shape, channel, service address, token, tenant. What is
 * refused gets 400, 401 or 403 with an empty body and has no effect; what passes has its JSON in `request.body`.
 * Throws when it is made with settings that would leave the bot open.
 */
export const createGuard = (settings: GuardSettings): RequestHandler => {
  const refusalOf = judge(settings);
  return async (request, response, next) => {
    const body = await readBody(request, response);
    const refusal = body.ok ? await refusalOf(request, body.value) : 400;
    if (refusal === undefined) next();
    else refuse(response, refusal);
  };
};
