import { randomBytes } from 'node:crypto';
import { keyVault } from '../../../src/storage/sealing/key-vault';
import { type KeyVaultStub, keyVaultStub, VAULT_WORDS } from '../../fakes/key-vault-stub';
import { soon } from '../given';

const MINUTE_MS = 60_000;

describe('keyVault', () => {
  let stub: KeyVaultStub;
  const clock = { now: 0 };
  const key = randomBytes(32);
  const opened = () => keyVault({ ...stub, now: () => clock.now });
  beforeEach(async () => {
    stub = await keyVaultStub();
  });
  afterEach(() => stub.close());

  const faultOf = async (run: () => Promise<unknown>): Promise<Error> => {
    try {
      await run();
    } catch (fault) {
      if (fault instanceof Error) return fault;
    }
    throw new Error('Nothing failed.');
  };

  it('asks for the newest version once in five minutes, and of the vault only what it must', async () => {
    const vault = opened();
    const wrapped = await vault.wrap(key, soon());
    stub.requests();

    await vault.wrap(key, soon());
    await vault.unwrap(wrapped, soon());
    expect(stub.requests()).toEqual(['wrapkey', 'unwrapkey']);

    clock.now += 5 * MINUTE_MS;
    stub.addVersion();
    expect(await vault.isNewest(wrapped, soon())).toBe(false);
    expect(stub.requests()).toEqual(['get']);
  });

  it('names the version in what it wraps', async () => {
    expect(await opened().wrap(key, soon())).toContain(`vault.${stub.newest().id}.`);
  });

  it('does not unwrap by a version there is not', async () => {
    const wrapped = await opened().wrap(key, soon());

    const renamed = wrapped.replace(stub.newest().id, 'f'.repeat(32));

    expect(await opened().unwrap(renamed, soon())).toBeUndefined();
  });

  it.each([401, 403, 429, 500, 503])('tells a %i by its code, in no words of the vault’s', async status => {
    const vault = opened();
    const wrapped = await vault.wrap(key, soon());
    stub.trouble({ status, headers: { 'retry-after': '0' } });

    const faults = [
      await faultOf(() => vault.wrap(key, soon())),
      await faultOf(() => vault.unwrap(wrapped, soon())),
      await faultOf(() => opened().wrap(key, soon())),
    ];

    expect(faults.map(({ name }) => name)).toEqual(Array.from({ length: 3 }, () => 'StorageFault'));
    expect(faults.map(({ message }) => message)).toEqual([
      `storage failed: wrapping a key (${status.toString()})`,
      `storage failed: unwrapping a key (${status.toString()})`,
      `storage failed: finding the key (${status.toString()})`,
    ]);
    expect(JSON.stringify(faults.map(fault => [fault, fault.stack, fault.cause]))).not.toContain(VAULT_WORDS);
  });

  it('does not take a refusal by whoever gives tokens for one by the vault', async () => {
    const wrapped = await opened().wrap(key, soon());
    const refusal = Object.assign(new Error('Kanari'), { name: 'AuthenticationError', statusCode: 400 });
    const credential = { getToken: () => Promise.reject(refusal) };

    const fault = await faultOf(() =>
      keyVault({ ...stub, credential, now: Date.now }).unwrap(wrapped, soon()),
    );

    expect(fault.message).toBe('storage failed: unwrapping a key (NO_TOKEN)');
  });

  it.each([
    { status: 429, headers: { 'retry-after': '0' }, times: 2 },
    { status: 503, times: 1 },
  ])('tries again after a $status', async trouble => {
    const vault = opened();
    const wrapped = await vault.wrap(key, soon());
    stub.trouble(trouble);

    expect(await vault.unwrap(wrapped, soon())).toEqual(key);
  });

  it.each([
    ['the vault says to wait for longer', { status: 429, headers: { 'retry-after': '30' } }],
    ['the vault does not answer', 'hang' as const],
  ])('gives up at the deadline when %s', async (_, trouble) => {
    const vault = opened();
    const wrapped = await vault.wrap(key, soon());
    stub.trouble(trouble);
    const began = performance.now();

    const late = vault.unwrap(wrapped, AbortSignal.timeout(200));

    await expect(late).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('does not remember that the vault failed', async () => {
    const vault = opened();
    stub.trouble({ status: 403 });
    await faultOf(() => vault.wrap(key, soon()));

    stub.trouble(undefined);

    expect(await vault.unwrap(await vault.wrap(key, soon()), soon())).toEqual(key);
  });
});
