const LOOPBACK = '127.0.0.1';

/** Says whether the bot may exchange messages with this address. */
export type IsAllowed = (address: string) => boolean;

type Entry = { readonly protocol: string; readonly isHost: (url: URL) => boolean; readonly path: string };

const isLoopback = (url: URL): boolean => url.protocol === 'http:' && url.hostname === LOOPBACK;

const hostRule = (allowed: URL): Entry['isHost'] => {
  if (isLoopback(allowed)) return url => url.hostname === LOOPBACK;
  if (!allowed.hostname.startsWith('*.')) return url => url.host === allowed.host;
  const suffix = allowed.host.slice(1);
  return url => url.host.endsWith(suffix) && url.host.length > suffix.length;
};

const entry = (prefix: string): Entry => {
  const url = new URL(prefix);
  if (url.protocol !== 'https:' && !isLoopback(url)) {
    throw new Error(`Only https or http://${LOOPBACK} may stand on the list of service addresses: ${prefix}`);
  }
  const path = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`;
  return { protocol: url.protocol, isHost: hostRule(url), path };
};

const isAnonymous = (url: URL): boolean => url.username === '' && url.password === '' && url.hash === '';

/** Written as it is read: no other spelling of a host by numbers, other signs for a dot, or signs that are left out. */
const isPlainlySpelled = (address: string, { origin }: URL): boolean =>
  address.toLowerCase().startsWith(origin) && /^(?:$|[:/?#])/.test(address.slice(origin.length));

const matches = (url: URL) => (allowed: Entry) =>
  url.protocol === allowed.protocol && allowed.isHost(url) && `${url.pathname}/`.startsWith(allowed.path);

/**
 * The list of service addresses, as URL prefixes (security.md row 13). A host is exact, or `*.` and a domain; a path
 * matches by whole segments; `http://127.0.0.1` stands for every port of this machine and is the only http allowed.
 * Throws on a prefix that is anything else, so that a mistake stops the start.
 */
export const createAllowList = (prefixes: readonly string[]): IsAllowed => {
  const entries = prefixes.map(entry);
  return address => {
    if (!URL.canParse(address)) return false;
    const url = new URL(address);
    return isPlainlySpelled(address, url) && isAnonymous(url) && entries.some(matches(url));
  };
};

/** True when every prefix points to this machine: the only lists that may go without authentication. */
export const areLoopback = (prefixes: readonly string[]): boolean =>
  prefixes.every(prefix => isLoopback(new URL(prefix)));
