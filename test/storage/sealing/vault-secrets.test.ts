import { publicEncrypt, randomBytes } from 'node:crypto';
import { type Shelf, shelfOf } from '../../../src/storage/database/shelf';
import { keyVault } from '../../../src/storage/sealing/key-vault';
import { keysIn } from '../../../src/storage/sealing/keys';
import { vaultSecrets } from '../../../src/storage/sealing/vault-secrets';
import { agencyId, caseId } from '../../builders/ids';
import { type KeyVaultStub, keyVaultStub } from '../../fakes/key-vault-stub';
import { soon } from '../given';
import { openEmbedded, type WiredLab } from '../lab';

const slots = [{ origin: agencyId('sosiale-tjenester'), section: 'B' as const }];

describe('vaultSecrets', () => {
  let lab: WiredLab;
  let stub: KeyVaultStub;
  let shelf: Shelf;
  beforeEach(async () => {
    [lab, stub] = await Promise.all([openEmbedded(), keyVaultStub()]);
    shelf = shelfOf(lab.container('keys'));
  });
  afterEach(() => Promise.all([lab.close(), stub.close()]));

  const replica = () => vaultSecrets({ wrapping: keyVault({ ...stub, now: Date.now }), shelf }, soon());

  it('are the same for all replicas that start at once', async () => {
    const replicas = await Promise.all(Array.from({ length: 4 }, replica));

    expect(new Set(replicas.map(({ auditDigest }) => auditDigest('a'))).size).toBe(1);
    expect(new Set(replicas.map(({ lookupDigest }) => lookupDigest('a'))).size).toBe(1);
    expect(new Set(replicas.map(({ sign }) => sign('a').signature)).size).toBe(1);
  });

  it('are not made anew where cases have keys already: what was lost must be restored', async () => {
    const keys = keysIn(shelf, await replica(), { limit: 1, maxAgeMs: 1, now: () => 0 });
    await keys.toSeal({ caseId: caseId(), slots }, soon());
    await lab.container('keys').item('program', 'program').delete();

    await expect(replica()).rejects.toThrow('but not the program’s own');
    expect((await lab.container('keys').item('program', 'program').read()).statusCode).toBe(404);
  });

  it('are refused when another key wrapped them', async () => {
    await replica();
    const other = await keyVaultStub();

    const opened = vaultSecrets({ wrapping: keyVault({ ...other, now: Date.now }), shelf }, soon());

    await expect(opened).rejects.toThrow('were not wrapped by the key in KEY_VAULT_KEY');
    await other.close();
  });

  it('T26 do not open a key that somebody else wrapped with the vault’s public key', async () => {
    const secrets = await replica();
    const { id, publicKey } = stub.newest();
    const theirs = publicEncrypt({ key: publicKey, oaepHash: 'sha256' }, randomBytes(32)).toString(
      'base64url',
    );
    const [, , , tag = ''] = (await secrets.wrap(randomBytes(32), soon())).split('.');

    const opened = [`vault.${id}.${theirs}`, `vault.${id}.${theirs}.${tag}`].map(text =>
      secrets.unwrap(text, soon()),
    );

    expect(await Promise.all(opened)).toEqual([undefined, undefined]);
  });

  it('ask the vault once for a key that is wanted cold', async () => {
    const secrets = await replica();
    const made = keysIn(shelf, secrets, { limit: 1, maxAgeMs: 1, now: () => 0 });
    const [key] = await made.toSeal({ caseId: caseId(), slots }, soon());
    const cold = keysIn(shelf, secrets, { limit: 1, maxAgeMs: 1, now: () => 0 });
    stub.requests();

    await cold.toOpen(
      { caseId: caseId(), wanted: slots.map(slot => ({ ...slot, keyId: key?.id ?? '' })) },
      soon(),
    );

    expect(stub.requests()).toEqual(['unwrapkey']);
  });
});
