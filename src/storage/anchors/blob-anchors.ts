import { type ContainerClient, RestError } from '@azure/storage-blob';
import { type Anchor } from '../../audit/anchor';
import { type Anchors } from '../../use-cases/ports/anchors';
import { type Within } from '../../use-cases/ports/common';
import { storageFault } from '../faults';
import { anchorText, toAnchor } from './anchor-text';

const PREFIX = 'anchors/';
const LAST_NUMBER = 9_999_999_999;
/** The newest has the lowest name, so that it is the first of a list. */
const nameOf = (number: number): string =>
  `${PREFIX}${(LAST_NUMBER - number).toString().padStart(10, '0')}.json`;

const isThere = (fault: unknown): boolean =>
  fault instanceof RestError && (fault.statusCode === 409 || fault.statusCode === 412);

/** What goes wrong says what was done and the service's code, never an address or a text. */
const telling = async <T>(doing: string, within: Within, run: () => Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (fault) {
    within.throwIfAborted();
    throw storageFault(doing, fault instanceof RestError ? fault.statusCode : undefined);
  }
};

const parsed = (text: string): unknown => JSON.parse(text);

const readAt = (container: ContainerClient, name: string, within: Within): Promise<unknown> =>
  telling('reading an anchor', within, async () => {
    const read = await container
      .getBlockBlobClient(name)
      .downloadToBuffer(0, undefined, { abortSignal: within });
    return parsed(read.toString('utf8'));
  });

const namesIn = (container: ContainerClient, within: Within): Promise<readonly string[]> =>
  telling('listing anchors', within, async () => {
    const names: string[] = [];
    for await (const { name } of container.listBlobsFlat({ prefix: PREFIX, abortSignal: within }))
      names.push(name);
    return names;
  });

const newestIn = (container: ContainerClient, within: Within): Promise<string | undefined> =>
  telling('listing anchors', within, async () => {
    const pages = container.listBlobsFlat({ prefix: PREFIX, abortSignal: within }).byPage({ maxPageSize: 1 });
    for await (const { segment } of pages) return segment.blobItems[0]?.name;
    return undefined;
  });

const put = async (container: ContainerClient, anchor: Anchor, within: Within): Promise<boolean> => {
  const text = anchorText(anchor);
  try {
    await container.getBlockBlobClient(nameOf(anchor.number)).upload(text, Buffer.byteLength(text), {
      abortSignal: within,
      conditions: { ifNoneMatch: '*' },
      blobHTTPHeaders: { blobContentType: 'application/json' },
    });
    return true;
  } catch (fault) {
    if (isThere(fault)) return false;
    within.throwIfAborted();
    throw storageFault('appending an anchor', fault instanceof RestError ? fault.statusCode : undefined);
  }
};

/** One blob an anchor, in a container whose policy lets nobody change or delete them (docs/operations.md). */
export const blobAnchors = (container: ContainerClient): Anchors => ({
  append: async (anchor, within) => ((await put(container, anchor, within)) ? 'done' : 'already-there'),
  last: async within => {
    const newest = await newestIn(container, within);
    return newest === undefined ? undefined : toAnchor(await readAt(container, newest, within));
  },
  async *all(within) {
    const names = [...(await namesIn(container, within))].sort().reverse();
    for (const name of names) yield await readAt(container, name, within);
  },
});
