import { z } from 'zod';
import { type Document } from '../database/steps';
import { SCHEMA, Stored } from '../documents/stored';

export const PROGRAM_ID = 'program';

/** `attesting` tells this program's wrapping from everybody else's. */
export const PURPOSES = ['lookup', 'audit', 'signing', 'attesting'] as const;
export type Purpose = (typeof PURPOSES)[number];

const Entry = z.strictObject({ id: z.enum(PURPOSES), wrapped: z.string() });
const ProgramDocument = z.object({ ...Stored, type: z.literal('program'), entries: z.array(Entry) });

/** One of the program's own keys as it is stored. */
export type ProgramEntry = Readonly<z.infer<typeof Entry>>;

export const toProgramEntries = (document: unknown): readonly ProgramEntry[] =>
  ProgramDocument.parse(document).entries;

export const programDocument = (entries: readonly ProgramEntry[]): Document => ({
  id: PROGRAM_ID,
  pk: PROGRAM_ID,
  schema: SCHEMA,
  type: 'program',
  entries,
});
