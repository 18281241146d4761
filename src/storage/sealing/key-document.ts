import { z } from 'zod';
import { AgencyId } from '../../ids';
import { SECTIONS } from '../../domain/groups';
import { type CaseId } from '../../domain/ids';
import { type Version } from '../../use-cases/ports/common';
import { casePartition, SCHEMA, Stored } from '../documents/stored';
import { type Document } from '../database/steps';
import { type Slot } from './sealing';

const Entry = z.strictObject({
  id: z.string(),
  origin: AgencyId,
  section: z.enum([...SECTIONS, 'draft']),
  wrapped: z.string(),
});
const KeyDocument = z.object({
  ...Stored,
  type: z.literal('keys'),
  caseKey: z.string(),
  entries: z.array(Entry),
});

/** A key as it is stored: taken out, everything it sealed is gone. */
export type KeyEntry = Slot & { readonly id: string; readonly wrapped: string };
/** The keys of one case, the wrapped key that wraps them all, and the version they were read at. */
export type KeyFile = {
  readonly caseKey: string;
  readonly entries: readonly KeyEntry[];
  readonly version: Version;
};

export const KEYS_ID = 'keys';

/** Undefined while a case has no keys. */
export const toKeyFile = (document: unknown): KeyFile | undefined => {
  if (document === undefined) return undefined;
  const { caseKey, entries, _etag } = KeyDocument.parse(document);
  return { caseKey, entries, version: _etag };
};

export const keyDocument = (
  caseId: CaseId,
  { caseKey, entries }: Pick<KeyFile, 'caseKey' | 'entries'>,
): Document => ({
  id: KEYS_ID,
  pk: casePartition(caseId),
  schema: SCHEMA,
  type: 'keys',
  caseKey,
  entries,
});
