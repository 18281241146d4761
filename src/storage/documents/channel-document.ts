import { z } from 'zod';
import { type Version } from '../../use-cases/ports/common';
import { type Reference as ChannelReference } from '../../use-cases/ports/people';
import { type Document } from '../database/steps';
import { Reference, SCHEMA, Stored } from './stored';

const ChannelDocument = z.object({
  ...Stored,
  type: z.literal('channel'),
  reference: Reference,
  releasing: z.literal(true).exactOptional(),
});

export const CHANNEL_PLACE = { id: 'channel', pk: 'channel' };

/** `releasing`: the reference is new, and what waited for it has perhaps not been released yet. */
export type ChannelFile = {
  readonly reference: ChannelReference;
  readonly releasing: boolean;
  readonly version: Version;
};

export const channelDocument = ({ reference, releasing }: Omit<ChannelFile, 'version'>): Document => ({
  ...CHANNEL_PLACE,
  schema: SCHEMA,
  type: 'channel',
  reference,
  ...(releasing ? { releasing } : {}),
});

export const toChannelFile = (document: unknown): ChannelFile => {
  const { reference, releasing = false, _etag } = ChannelDocument.parse(document);
  return { reference, releasing, version: _etag };
};
