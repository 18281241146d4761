import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Shelf } from '../../../src/storage/database/shelf';
import { keyVault } from '../../../src/storage/sealing/key-vault';
import { localSecrets } from '../../../src/storage/sealing/local-key-file';
import { addMaster } from '../../../src/storage/sealing/master-file';
import { type Secrets, type Wrapping } from '../../../src/storage/sealing/secrets';
import { vaultSecrets } from '../../../src/storage/sealing/vault-secrets';
import { keyVaultStub } from '../../fakes/key-vault-stub';
import { soon } from '../given';

/** A key-encryption key of its own, and what its holder may do with it. */
export type KeyHolder = {
  /** As a replica opens them that starts now; the program's own keys lie on this shelf, where they lie on any. */
  readonly secrets: (shelf: Shelf) => Promise<Secrets>;
  readonly program: () => Wrapping;
  /** A new newest key. */
  readonly renew: () => void;
  readonly close: () => Promise<void>;
};

const fileHolder = (): Promise<KeyHolder> => {
  const folder = mkdtempSync(join(tmpdir(), 'sent-ute-key-'));
  const path = join(folder, 'key');
  localSecrets(path);
  return Promise.resolve({
    secrets: () => Promise.resolve(localSecrets(path)),
    program: () => localSecrets(path),
    renew: () => {
      addMaster(path);
    },
    close: () => {
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  });
};

const vaultHolder = async (): Promise<KeyHolder> => {
  const stub = await keyVaultStub();
  const program = (): Wrapping => keyVault({ ...stub, now: Date.now });
  return {
    secrets: shelf => vaultSecrets({ wrapping: program(), shelf }, soon()),
    program,
    renew: stub.addVersion,
    close: stub.close,
  };
};

/** Everything that keeps the promises of `Secrets`. */
export const HOLDERS: readonly { readonly name: string; readonly open: () => Promise<KeyHolder> }[] = [
  { name: 'in a local file', open: fileHolder },
  { name: 'in Key Vault', open: vaultHolder },
];
