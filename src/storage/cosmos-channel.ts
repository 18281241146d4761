import { type Version, type Within } from '../use-cases/ports/common';
import { type Channel } from '../use-cases/ports/people';
import {
  CHANNEL_PLACE,
  channelDocument,
  type ChannelFile,
  toChannelFile,
} from './documents/channel-document';
import { CHANNEL } from './documents/outbox-document';
import { sameReference } from './person-reference';
import { type Shelves } from './shelves';
import { release } from './waiting';

type Parts = { readonly shelves: Pick<Shelves, 'ops' | 'work'> };

const read = async ({ shelves }: Parts, within: Within): Promise<ChannelFile | undefined> => {
  const { value } = await shelves.ops.read(CHANNEL_PLACE, within);
  return value === undefined ? undefined : toChannelFile(value);
};

type Marked = Omit<ChannelFile, 'version'>;

/** Undefined when another replica captured at the same moment: that one goes on by itself. */
const store = async (
  { shelves }: Parts,
  { marked, over }: { readonly marked: Marked; readonly over: Version | undefined },
  within: Within,
): Promise<ChannelFile | undefined> => {
  const document = channelDocument(marked);
  const { value } = await (over === undefined
    ? shelves.ops.create(document, within)
    : shelves.ops.replace(document, over, within));
  return value === undefined ? undefined : toChannelFile(value);
};

/** As for people: stored marked as new, what waited released, the mark taken off. */
const capturing =
  (parts: Parts): Channel['capture'] =>
  async (reference, within) => {
    const found = await read(parts, within);
    if (sameReference(found?.reference, reference) && found?.releasing === false) return;
    const marked = { reference, releasing: true };
    const stored = await store(parts, { marked, over: found?.version }, within);
    if (stored === undefined) return;
    await release(parts.shelves.work, CHANNEL, within);
    await store(parts, { marked: { reference, releasing: false }, over: stored.version }, within);
  };

/** Where the channel is, in Cosmos: one document. */
export const cosmosChannel = (parts: Parts): Channel => ({
  reference: async within => (await read(parts, within))?.reference,
  capture: capturing(parts),
});
