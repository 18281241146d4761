import { isIP } from 'node:net';

import { type Request, type RequestHandler, type Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';

import { IncomingActivity, tenantOf } from './activity';
import { type Authentication } from './authentication';
import { shownTo } from './too-fast';
import { createWindowCounts } from './window-counts';

/** At most `count` in a window of `perMs` milliseconds. */
type Limit = { readonly count: number; readonly perMs: number };

export type Limits = {
  /** Of what is refused. */
  readonly address?: Limit;
  readonly person: readonly Limit[];
};

/**
 * By address: all of Teams reaches the bot from a few addresses, and whoever has a bot of their own can make those same
 * addresses send us something. So only what was refused stays counted, a good request never is, and the limit is far
 * above what a mistake makes, far below what the verifier manages. By person: five times as fast as anybody presses,
 * and for a minute as fast as a meeting in a hurry.
 */
export const USUAL_LIMITS: Limits = {
  address: { count: 1_000, perMs: 10_000 },
  person: [
    { count: 10, perMs: 1_000 },
    { count: 120, perMs: 60_000 },
  ],
};

/** Where nobody proves who they are there is nobody to limit, and everyone comes from this machine. */
const NO_LIMITS: Limits = { person: [] };

type Settings = {
  readonly authentication: Authentication;
  /** The usual ones when not given; none without authentication. */
  readonly limits?: Limits | undefined;
  /** Milliseconds that never jump. */
  readonly mono: () => number;
  /** What whoever presses too fast is told, by what their Teams speaks. */
  readonly tooFast: (locale: string | undefined) => string;
};

type RateLimits = {
  /** Stands before everything that costs something. */
  readonly byAddress: RequestHandler;
  /** Stands behind the guard: only there is it known who it is. */
  readonly byPerson: readonly RequestHandler[];
};

type Refuse = (request: Request, response: Response, perMs: number) => void;
type Limiting = {
  readonly mono: () => number;
  readonly keyOf: (request: Request) => string;
  readonly refuse: Refuse;
  readonly skipSuccessfulRequests?: boolean;
};

/** Without the library's checks of how it is used: they are for whoever builds with it, and speak on the console. */
const limitTo = ({ count, perMs }: Limit, { mono, keyOf, refuse, ...rest }: Limiting): RequestHandler =>
  rateLimit({
    ...rest,
    windowMs: perMs,
    limit: count,
    store: createWindowCounts({ windowMs: perMs, mono }),
    keyGenerator: keyOf,
    handler: (request, response) => {
      refuse(request, response, perMs);
    },
    legacyHeaders: false,
    standardHeaders: false,
    validate: false,
  });

/** A network of IPv6 counts as one, for it is one household's; what is no address counts as one too. */
const addressOf = ({ ip = '' }: Request): string => (isIP(ip) === 0 ? '' : ipKeyGenerator(ip));

const activityIn = ({ body }: Request): IncomingActivity | undefined => IncomingActivity.safeParse(body).data;

const LONGEST_KEY = 100;

const personIn = (request: Request): string => {
  const activity = activityIn(request);
  if (activity === undefined) return '';
  const { aadObjectId, id } = activity.from;
  return `${tenantOf(activity) ?? ''} ${aadObjectId ?? id}`.toLowerCase().slice(0, LONGEST_KEY);
};

const turnAway: Refuse = (_request, response, perMs) => {
  response
    .status(429)
    .set({ 'retry-after': String(Math.ceil(perMs / 1_000)), connection: 'close' })
    .end();
};

/** Whoever pressed is told so on the card; a message has no answer to tell it in. */
const askToWait =
  (tooFast: Settings['tooFast']): Refuse =>
  (request, response, perMs) => {
    const activity = activityIn(request);
    const shown = activity && shownTo(activity, tooFast(activity.locale ?? undefined));
    if (shown === undefined) turnAway(request, response, perMs);
    else response.status(200).json(shown);
  };

const passOn: RequestHandler = (_request, _response, next) => {
  next();
};

/** What is over the limit costs no database and, before the guard, no signature. */
export const createRateLimits = ({ authentication, limits, mono, tooFast }: Settings): RateLimits => {
  const { address, person } = limits ?? (authentication.kind === 'off' ? NO_LIMITS : USUAL_LIMITS);
  const byAddress = { mono, keyOf: addressOf, refuse: turnAway, skipSuccessfulRequests: true };
  const byPerson = { mono, keyOf: personIn, refuse: askToWait(tooFast) };
  return {
    byAddress: address === undefined ? passOn : limitTo(address, byAddress),
    byPerson: person.map(limit => limitTo(limit, byPerson)),
  };
};
