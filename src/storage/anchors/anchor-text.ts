import { z } from 'zod';
import { type Anchor } from '../../audit/anchor';
import * as ids from '../../ids';

const Leaf = z.strictObject({ partition: z.string(), sequence: z.number(), hash: z.string() });
const AnchorText = z.strictObject({
  number: z.number(),
  at: ids.Instant,
  previous: z.string(),
  root: z.string(),
  leaves: z.array(Leaf),
  keyId: z.string(),
  signature: z.string(),
});

/** An anchor on one line. */
export const anchorText = (anchor: Anchor): string => `${JSON.stringify(anchor)}\n`;
/** Throws when it is none. */
export const toAnchor = (value: unknown): Anchor => AnchorText.parse(value);
/** Undefined when it is none. */
export const asAnchor = (value: unknown): Anchor | undefined => AnchorText.safeParse(value).data;
