import { jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { refusal } from './refusal';
import { kindOf, type Request } from './request';
import { checkSignature, signatureIn } from './signature';
import { type WireKind } from './wire';

/** Lets a request in; throws 401 for somebody who is not known, 403 for somebody who may not do this. */
export type Admits = (request: Request) => Promise<void>;

/** What the account's built-in roles permit: items are read, or read and written. Nothing else can be done by a role. */
export type DataRole = 'reader' | 'contributor';

/** Who may use an account whose keys are switched off. */
export type Directory = {
  /** What the tokens' issuer signs with. */
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly roleOf: (objectId: string) => DataRole | undefined;
  /** Epoch milliseconds by which tokens expire: the issuer's time, not that of the documents. */
  readonly now: () => number;
};

/** What a token may name instead of the one account it is for. */
const EVERY_ACCOUNT = 'https://cosmos.azure.com';
const READS: readonly WireKind[] = ['read', 'query', 'query-plan'];

export const byKey =
  (key: string): Admits =>
  request => {
    checkSignature(request, key);
    return Promise.resolve();
  };

type Verifies = (token: string) => Promise<JWTPayload>;

const verifierOf = ({ keys, issuer, now }: Directory, endpoint: string): Verifies => {
  const audience = [endpoint.replace(/\/$/, ''), EVERY_ACCOUNT];
  return async token => {
    const currentDate = new Date(now());
    const checks = { algorithms: ['RS256'], issuer, audience, requiredClaims: ['exp', 'oid'], currentDate };
    return (await jwtVerify(token, keys, checks)).payload;
  };
};

const objectIdOf = async (request: Request, verifies: Verifies): Promise<string> => {
  const token = signatureIn(request, 'token');
  if (token === '')
    throw refusal(401, 'Local Authorization is disabled. Use an AAD token to authorize all requests.');
  const { oid } = await verifies(token).catch(() => {
    throw refusal(401, 'The AAD token is not valid for this account.');
  });
  return typeof oid === 'string' ? oid : '';
};

/** Databases, containers and their settings are made by whoever deploys the account; a role reads about them. */
const permits = (role: DataRole, request: Request): boolean => {
  const kind = kindOf(request);
  if (kind === 'metadata') return request.method === 'GET';
  return role === 'contributor' || READS.includes(kind);
};

/** Tokens instead of keys, as an account with `disableLocalAuth` takes them. */
export const byRole = (directory: Directory, endpoint: string): Admits => {
  const verifies = verifierOf(directory, endpoint);
  return async request => {
    const objectId = await objectIdOf(request, verifies);
    const role = directory.roleOf(objectId);
    if (role === undefined || !permits(role, request))
      throw refusal(
        403,
        `Request blocked by Auth: principal [${objectId}] does not have required RBAC permissions.`,
      );
  };
};
