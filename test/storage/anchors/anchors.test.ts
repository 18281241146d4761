import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnonymousCredential, ContainerClient } from '@azure/storage-blob';
import { type Anchor, anchorAfter } from '../../../src/audit/anchor';
import { sealOf } from '../../../src/storage/anchors/anchoring';
import { blobAnchors } from '../../../src/storage/anchors/blob-anchors';
import { fileAnchors } from '../../../src/storage/anchors/file-anchors';
import { localSecrets } from '../../../src/storage/sealing/local-key-file';
import { type Anchors } from '../../../src/use-cases/ports/anchors';
import { NOON } from '../../builders/ids';
import { soon } from '../given';
import { type BlobStub, startBlobStub } from './blob-stub';

const folder = mkdtempSync(join(tmpdir(), 'sent-ute-anchors-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const seal = sealOf(localSecrets(join(folder, 'key')));

/** So many anchors, each after the one before. */
const chain = (count: number, hash = 'h'): readonly Anchor[] =>
  Array.from({ length: count }).reduce<readonly Anchor[]>((anchors, _, place) => {
    const leaves = [{ partition: 'case:one', sequence: place + 1, hash }];
    return [...anchors, anchorAfter(anchors.at(-1), { leaves, at: NOON }, seal)];
  }, []);

const allOf = async (anchors: Anchors): Promise<readonly unknown[]> => {
  const all: unknown[] = [];
  for await (const anchor of anchors.all(soon())) all.push(anchor);
  return all;
};

let stub: BlobStub;
let files = 0;
beforeEach(async () => {
  stub = await startBlobStub();
});
afterEach(() => stub.close());

const inBlobs = (): Anchors =>
  blobAnchors(new ContainerClient(stub.url, new AnonymousCredential(), { retryOptions: { maxTries: 1 } }));
const inFile = (): Anchors => {
  files += 1;
  return fileAnchors(join(folder, `anchors-${files.toString()}`));
};

describe.each([
  ['in a file', inFile],
  ['as blobs', inBlobs],
])('anchors %s', (_, open) => {
  it('begin empty', async () => {
    const anchors = open();

    expect(await anchors.last(soon())).toBeUndefined();
    expect(await allOf(anchors)).toEqual([]);
  });

  it('come back in the order of their numbers, more than a page of them', async () => {
    const anchors = open();
    const made = chain(12);

    for (const anchor of made) expect(await anchors.append(anchor, soon())).toBe('done');

    expect(await anchors.last(soon())).toEqual(made.at(-1));
    expect(await allOf(anchors)).toEqual(made);
  });

  it('keep the first of a number, whoever made it', async () => {
    const anchors = open();
    const [first] = chain(1);
    const [other] = chain(1, 'another');
    if (first === undefined || other === undefined) throw new Error('there are none');

    await anchors.append(first, soon());

    expect(await anchors.append(first, soon())).toBe('already-there');
    expect(await anchors.append(other, soon())).toBe('already-there');
    expect(await allOf(anchors)).toEqual([first]);
  });
});

describe('blobAnchors', () => {
  it('tells a fault by its code, and nothing of what was sent', async () => {
    const anchors = inBlobs();
    const [first] = chain(1);
    if (first === undefined) throw new Error('there is none');

    stub.failNext(403);

    await expect(anchors.append(first, soon())).rejects.toMatchObject({ name: 'StorageFault', code: 403 });
    expect(stub.blobs.size).toBe(0);
  });

  it('ends at the deadline', async () => {
    await expect(inBlobs().last(AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
  });
});
