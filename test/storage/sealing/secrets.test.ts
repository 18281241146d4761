import { randomBytes } from 'node:crypto';
import { type Shelf, shelfOf } from '../../../src/storage/database/shelf';
import { type Secrets } from '../../../src/storage/sealing/secrets';
import { soon } from '../given';
import { openEmbedded, type WiredLab } from '../lab';
import { HOLDERS, type KeyHolder } from './wrappings';

/** The text with each of its letters changed, one at a time, to one that stands for other bits. */
const changedAnywhere = (text: string): readonly string[] =>
  Array.from(
    text,
    (letter, place) => `${text.slice(0, place)}${letter === 'A' ? 'Q' : 'A'}${text.slice(place + 1)}`,
  );

describe.each(HOLDERS)('the secrets whose key lies $name', ({ open }) => {
  let lab: WiredLab;
  let shelf: Shelf;
  let holder: KeyHolder;
  let secrets: Secrets;
  const key = randomBytes(32);
  beforeEach(async () => {
    lab = await openEmbedded();
    shelf = shelfOf(lab.container('keys'));
    holder = await open();
    secrets = await holder.secrets(shelf);
  });
  afterEach(async () => {
    await holder.close();
    await lab.close();
  });

  const opens = async (by: Secrets, wrapped: string) => {
    const bytes = await by.unwrap(wrapped, soon());
    return bytes === undefined ? undefined : Buffer.from(bytes);
  };

  it('open what they wrapped, and so does a replica that starts later', async () => {
    const wrapped = await secrets.wrap(key, soon());

    expect(await opens(secrets, wrapped)).toEqual(key);
    expect(await opens(await holder.secrets(shelf), wrapped)).toEqual(key);
  });

  it('show nothing of the key in the wrapped text', async () => {
    const wrapped = await secrets.wrap(key, soon());

    expect(wrapped).not.toContain(key.toString('base64').slice(0, 8));
    expect(wrapped).not.toContain(key.toString('base64url').slice(0, 8));
  });

  it('T26 do not open a wrapped text in which any letter was changed', async () => {
    const wrapped = await secrets.wrap(key, soon());

    const opened = await Promise.all(changedAnywhere(wrapped).map(text => opens(secrets, text)));

    expect(opened.filter(bytes => bytes !== undefined)).toEqual([]);
    expect(opened.length).toBeGreaterThan(50);
  });

  it('T26 do not open what others wrapped', async () => {
    const other = await open();
    const elsewhere = await openEmbedded();
    const theirs = await other.secrets(shelfOf(elsewhere.container('keys')));

    const wrapped = await theirs.wrap(key, soon());

    expect(await opens(secrets, wrapped)).toBeUndefined();
    await other.close();
    await elsewhere.close();
  });

  it.each(['', '.', 'local-1.', 'local-9.AAAA', 'vault.', 'vault.../keys/x.AAAA', 'vault-7.AAAA'])(
    'do not open "%s"',
    async text => {
      expect(await opens(secrets, text)).toBeUndefined();
    },
  );

  it('wrap with the newest key, and open what older ones wrapped', async () => {
    const old = await secrets.wrap(key, soon());

    holder.renew();
    const later = await holder.secrets(shelf);
    const anew = await later.wrap(key, soon());

    expect(anew.split('.', 2)).not.toEqual(old.split('.', 2));
    expect([await opens(later, old), await opens(later, anew)]).toEqual([key, key]);
    expect(await opens(secrets, anew)).toEqual(key);
    expect([await later.isNewest(old, soon()), await later.isNewest(anew, soon())]).toEqual([false, true]);
  });

  it('keep the program’s own keys when the key that wraps is new', async () => {
    const signed = secrets.sign('rot');

    holder.renew();
    const later = await holder.secrets(shelf);

    expect(later.lookupDigest('a')).toBe(secrets.lookupDigest('a'));
    expect(later.auditDigest('a')).toBe(secrets.auditDigest('a'));
    expect(later.sign('rot')).toEqual(signed);
    expect(later.verifies('rot', signed)).toBe(true);
  });

  it('digest by the key of the purpose', () => {
    expect(secrets.lookupDigest('a')).toMatch(/^[0-9a-f]{64}$/);
    expect(secrets.lookupDigest('a')).not.toBe(secrets.lookupDigest('b'));
    expect(secrets.lookupDigest('a')).not.toBe(secrets.auditDigest('a'));
  });

  it('verify just what they signed', async () => {
    const signed = secrets.sign('rot');
    const other = await open();
    const elsewhere = await openEmbedded();
    const theirs = (await other.secrets(shelfOf(elsewhere.container('keys')))).sign('rot');

    expect(secrets.verifies('rot', signed)).toBe(true);
    expect(secrets.verifies('rot!', signed)).toBe(false);
    expect(secrets.verifies('rot', { ...signed, keyId: theirs.keyId })).toBe(false);
    expect(secrets.verifies('rot', { ...theirs, keyId: signed.keyId })).toBe(false);
    expect(secrets.verifies('rot', { ...signed, signature: '' })).toBe(false);
    await other.close();
    await elsewhere.close();
  });
});
