import { type TokenCredential } from '@azure/identity';
import {
  CryptographyClient,
  type CryptographyClientOptions,
  KeyClient,
  parseKeyVaultKeyIdentifier,
} from '@azure/keyvault-keys';
import { type Within } from '../../use-cases/ports/common';
import { bounded } from '../database/bounded';
import { codeOf, storageFault } from '../faults';
import { agingCache, type AgingCache } from './aging-cache';
import { type Wrapping } from './secrets';

export type Vault = {
  /** `https://<vault>/keys/<name>`, without a version: the newest wraps. */
  readonly keyUrl: string;
  readonly credential: TokenCredential;
  /** Milliseconds; ages what is kept in memory. */
  readonly now: () => number;
  readonly options?: CryptographyClientOptions;
};
type Parts = {
  readonly newest: (within: Within) => Promise<string>;
  readonly clientFor: (version: string) => Promise<CryptographyClient>;
};

const ALGORITHM = 'RSA-OAEP-256';
const MINUTE_MS = 60_000;
const NEWEST = { limit: 1, maxAgeMs: 5 * MINUTE_MS };
const VERSIONS = { limit: 20, maxAgeMs: 60 * MINUTE_MS };
const RETRIES = { maxRetries: 3, retryDelayInMs: 200, maxRetryDelayInMs: 1_000 };
/** Strict, for what is stored becomes part of an address. */
const WRAPPED = /^vault\.([0-9a-f]{32})\.([\w-]+)$/;
/** What the vault answers to a text it cannot unwrap, and for a version there is not. */
const NOT_OURS = [400, 404];

type Asking<T> = { readonly doing: string; readonly no?: readonly number[]; readonly run: () => Promise<T> };

/** An expected no is undefined; else a StorageFault without the vault's own words, for they may repeat what was sent. */
const asking = async <T>({ doing, no = [], run }: Asking<T>, within: Within): Promise<T | undefined> => {
  try {
    return await bounded(within, run);
  } catch (error) {
    within.throwIfAborted();
    const code = codeOf(error);
    if (typeof code !== 'number' || !no.includes(code)) throw storageFault(doing, code);
    return undefined;
  }
};

const remembered = async <T>(cache: AgingCache<T>, key: string, make: () => T | Promise<T>): Promise<T> => {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = await make();
  cache.put(key, made);
  return made;
};

const partsOf = ({ keyUrl, credential, now, options: given }: Vault): Parts => {
  const { vaultUrl, name } = parseKeyVaultKeyIdentifier(keyUrl);
  const options = { retryOptions: RETRIES, ...given };
  const keys = new KeyClient(vaultUrl, credential, options);
  const versions = agingCache<string>({ ...NEWEST, now });
  const clients = agingCache<CryptographyClient>({ ...VERSIONS, now });
  return {
    newest: within =>
      remembered(versions, name, async () => {
        const run = () => keys.getKey(name, { abortSignal: within });
        return (await asking({ doing: 'finding the key', run }, within))?.properties.version ?? '';
      }),
    clientFor: version =>
      remembered(clients, version, () => new CryptographyClient(`${keyUrl}/${version}`, credential, options)),
  };
};

const wrapping =
  ({ newest, clientFor }: Parts): Wrapping['wrap'] =>
  async (key, within) => {
    const version = await newest(within);
    const client = await clientFor(version);
    const run = () => client.wrapKey(ALGORITHM, key, { abortSignal: within });
    const wrapped = await asking({ doing: 'wrapping a key', run }, within);
    return `vault.${version}.${Buffer.from(wrapped?.result ?? []).toString('base64url')}`;
  };

const unwrapping =
  ({ clientFor }: Parts): Wrapping['unwrap'] =>
  async (wrapped, within) => {
    const [, version, sealed] = WRAPPED.exec(wrapped) ?? [];
    if (version === undefined || sealed === undefined) return undefined;
    const client = await clientFor(version);
    const bytes = Buffer.from(sealed, 'base64url');
    const run = () => client.unwrapKey(ALGORITHM, bytes, { abortSignal: within });
    return (await asking({ doing: 'unwrapping a key', no: NOT_OURS, run }, within))?.result;
  };

/** A key-encryption key in Azure Key Vault. It never leaves the vault; each wrapped text names its version. */
export const keyVault = (vault: Vault): Wrapping => {
  const parts = partsOf(vault);
  return {
    wrap: wrapping(parts),
    unwrap: unwrapping(parts),
    isNewest: async (wrapped, within) => wrapped.startsWith(`vault.${await parts.newest(within)}.`),
  };
};
