import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Asking, reportAudit } from '../audit-verify';
import { instantOf } from '../domain/time';
import { fileAnchors } from '../storage/anchors/file-anchors';
import { connect } from '../storage/client';
import { localSecrets } from '../storage/sealing/local-key-file';
import { savedOffset } from './clock';
import { startEmbeddedCosmos } from './cosmos/server';
import { LOCAL_DATABASE } from './database';
import { ANCHORS_FILE } from './world';

/** The audit of the local world in this folder, whether it runs or not. Nothing is written. */
export const verifyLocal = async (folder: string, asking: Asking): Promise<boolean> => {
  const file = (name: string): string => join(resolve(folder), name);
  if (!existsSync(file('key')) || !existsSync(file('cosmos.sqlite')))
    throw new Error(`There is no local world in ${folder}: run npm start first.`);
  const offset = savedOffset(file('clock'));
  const now = (): number => Date.now() + offset;
  const cosmos = await startEmbeddedCosmos({ file: file('cosmos.sqlite'), now });
  const client = connect({ endpoint: cosmos.endpoint, key: cosmos.key });
  const place = { client, database: LOCAL_DATABASE, secrets: localSecrets(file('key')) };
  const anchors = fileAnchors(file(ANCHORS_FILE));
  try {
    return await reportAudit({ ...place, anchors, now: instantOf(new Date(now())) }, asking);
  } finally {
    client.dispose();
    await cosmos.close();
  }
};
