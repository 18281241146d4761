import { constants, generateKeyPairSync, type KeyObject, privateDecrypt, publicEncrypt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { type Vault } from '../../src/storage/sealing/key-vault';

type Version = { readonly id: string; readonly privateKey: KeyObject; readonly publicKey: KeyObject };
/** What the next requests are answered instead; `hang` never answers. */
type Trouble =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly times?: number }
  | 'hang';

/** Key Vault's REST for one RSA key: its challenge, `get key`, `wrapkey` and `unwrapkey`. */
export type KeyVaultStub = Pick<Vault, 'keyUrl' | 'credential' | 'options'> & {
  /** Method and what of the key was asked, in order. */
  readonly requests: () => readonly string[];
  readonly addVersion: () => void;
  /** Anybody may have it: it is public. */
  readonly newest: () => Pick<Version, 'id' | 'publicKey'>;
  readonly trouble: (trouble: Trouble | undefined) => void;
  readonly close: () => Promise<void>;
};

/** Said by the stub in its faults, and by nobody else. */
export const VAULT_WORDS = 'kanari-hvelvets-egne-ord';

const TOKEN = 'stub-token';
const OAEP = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
const Body = z.object({ alg: z.literal('RSA-OAEP-256'), value: z.string() });

const newVersion = (place: number): Version => ({
  id: place.toString(16).padStart(32, '0'),
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }),
});

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
const refuse = (response: ServerResponse, status: number): void => {
  answer(response, status, { error: { code: 'Stub', message: VAULT_WORDS } });
};

const keyBody = (base: string, { id, publicKey }: Version) => ({
  key: {
    kid: `${base}/keys/kek/${id}`,
    key_ops: ['wrapKey', 'unwrapKey'],
    ...publicKey.export({ format: 'jwk' }),
  },
  attributes: { enabled: true, created: 1 },
});

const operate = async (request: IncomingMessage, { verb, version }: { verb: string; version: Version }) => {
  const { value } = Body.parse(await json(request));
  const bytes = Buffer.from(value, 'base64url');
  return verb === 'wrapkey'
    ? publicEncrypt({ key: version.publicKey, ...OAEP }, bytes)
    : privateDecrypt({ key: version.privateKey, ...OAEP }, bytes);
};

type State = {
  readonly versions: Version[];
  readonly requests: string[];
  trouble: Trouble | undefined;
};

const inTrouble = (state: State, response: ServerResponse): boolean => {
  const { trouble } = state;
  if (trouble === undefined) return false;
  if (trouble === 'hang') return true;
  const { times = Infinity, headers = {} } = trouble;
  state.trouble = times > 1 ? { ...trouble, times: times - 1 } : undefined;
  Object.entries(headers).forEach(([name, value]) => response.setHeader(name, value));
  refuse(response, trouble.status);
  return true;
};

const challenge = (response: ServerResponse): void => {
  response.setHeader(
    'WWW-Authenticate',
    'Bearer authorization="https://login.invalid/tenant", resource="https://vault.azure.net"',
  );
  refuse(response, 401);
};

/** `/keys/<name>[/<version>[/<operation>]]`, as the client asks. */
const askedIn = ({ url = '' }: IncomingMessage): { readonly id: string; readonly verb: string } => {
  const [, , , id = '', verb = 'get'] = new URL(url, 'http://stub').pathname.split('/');
  return { id, verb };
};

const serveKnown = async (
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { id, verb } = askedIn(request);
  const version = id === '' ? state.versions.at(-1) : state.versions.find(one => one.id === id);
  const base = `http://${request.headers.host ?? ''}`;
  if (version === undefined) refuse(response, 404);
  else if (verb === 'get') answer(response, 200, keyBody(base, version));
  else {
    const result = await operate(request, { verb, version });
    answer(response, 200, { kid: `${base}/keys/kek/${version.id}`, value: result.toString('base64url') });
  }
};

const serve = async (state: State, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (request.headers.authorization !== `Bearer ${TOKEN}`) {
    challenge(response);
    return;
  }
  state.requests.push(askedIn(request).verb);
  if (!inTrouble(state, response)) await serveKnown(state, request, response);
};

export const keyVaultStub = async (): Promise<KeyVaultStub> => {
  const state: State = { versions: [newVersion(1)], requests: [], trouble: undefined };
  const server = createServer((request, response) => {
    serve(state, request, response).catch(() => {
      refuse(response, 400);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    keyUrl: `http://127.0.0.1:${port.toString()}/keys/kek`,
    credential: {
      getToken: () => Promise.resolve({ token: TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 }),
    },
    options: { allowInsecureConnection: true, disableChallengeResourceVerification: true },
    requests: () => state.requests.splice(0),
    addVersion: () => {
      state.versions.push(newVersion(state.versions.length + 1));
    },
    newest: () => state.versions.at(-1) ?? newVersion(0),
    trouble: trouble => {
      state.trouble = trouble;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
