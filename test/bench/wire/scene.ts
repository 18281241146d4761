import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedCosmos } from '../../../src/local/cosmos/server';
import { type WireRequest } from '../../../src/local/cosmos/wire';
import { createDatabase, LOCAL_DATABASE } from '../../../src/local/database';
import { connect } from '../../../src/storage/client';
import { type Shelves, openShelves } from '../../../src/storage/shelves';
import { type Storage, storageOver } from '../../../src/storage/create-storage';
import { localSecrets } from '../../../src/storage/sealing/local-key-file';
import { NOON } from '../../builders/ids';
import { aHouse } from '../../use-cases/asking';
import { movePeople } from './move-in';

const now = (): number => Date.parse(NOON);

/** A database of its own, whose clock stands at noon, and everything that was asked of it. */
type Scene = {
  readonly storage: Storage;
  /** The same database to another replica, which remembers nothing; and how many keys it has unwrapped. */
  readonly replica: () => { readonly storage: Storage; readonly unwraps: () => number };
  readonly shelves: Shelves;
  /** What was asked since the last time. */
  readonly asked: () => readonly WireRequest[];
  readonly close: () => Promise<void>;
};

const openScene = async (folder: string): Promise<Scene> => {
  let requests: WireRequest[] = [];
  const file = join(folder, 'cosmos.sqlite');
  const server = await startEmbeddedCosmos({ file, now, observe: request => requests.push(request) });
  const client = connect(server);
  await createDatabase(client);
  const place = { client, database: LOCAL_DATABASE };
  const shelves = openShelves(place, place);
  const secrets = localSecrets(join(folder, 'key'));
  const replica: Scene['replica'] = () => {
    let unwraps = 0;
    const counted = {
      ...secrets,
      unwrap: (...asked: Parameters<typeof secrets.unwrap>) => {
        unwraps += 1;
        return secrets.unwrap(...asked);
      },
    };
    return { storage: storageOver({ shelves, secrets: counted, now }), unwraps: () => unwraps };
  };
  return {
    storage: replica().storage,
    replica,
    shelves,
    asked: () => {
      const since = requests;
      requests = [];
      return since;
    },
    close: async () => {
      client.dispose();
      await server.close();
    },
  };
};

export type Scenes = { readonly open: () => Promise<Scene>; readonly clear: () => void };

/** Scenes that begin with the same people, and nothing else. */
export const prepareScenes = async (): Promise<Scenes> => {
  const root = mkdtempSync(join(tmpdir(), 'bench-wire-'));
  const first = join(root, 'first');
  mkdirSync(first);
  const scene = await openScene(first);
  await movePeople(scene.storage, aHouse());
  await scene.close();
  let opened = 0;
  return {
    open: () => {
      opened += 1;
      const folder = join(root, String(opened));
      cpSync(first, folder, { recursive: true });
      return openScene(folder);
    },
    clear: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
};
