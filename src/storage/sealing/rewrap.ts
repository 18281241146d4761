import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type Within } from '../../use-cases/ports/common';
import { jitter } from '../database/bounded';
import { type Shelf } from '../database/shelf';
import { type Document } from '../database/steps';
import { versionOf } from '../documents/stored';
import { storageFault } from '../faults';
import { PROGRAM_ID } from './program-document';
import { type Wrapping } from './secrets';

/** `program` wraps the program's own keys, where they lie beside the others; `cases` the one key of each case. */
export type Rewrapping = { readonly shelf: Shelf; readonly program: Wrapping; readonly cases: Wrapping };
/** How many keys lie there, how many of them were wrapped anew, and how many cannot be opened at all. */
export type Rewrapped = { readonly keys: number; readonly rewrapped: number; readonly broken: number };

type Outcome = 'kept' | 'rewrapped' | 'broken';
type Entry = { readonly wrapped: string; readonly outcome: Outcome };

const MOST_ATTEMPTS = 8;
/** For one document: a vault is asked thrice for each of its keys. */
const DOCUMENT_MS = 60_000;
const Place = z.object({ id: z.string(), pk: z.string() });
const Wrapped = z.looseObject({ wrapped: z.string() });
/** Of every document there: the program's with its own keys, a case's with the one that wraps its others. */
const KeyDocument = z
  .looseObject({
    id: z.string(),
    pk: z.string(),
    schema: z.number(),
    type: z.string(),
    caseKey: z.string().exactOptional(),
    entries: z.array(Wrapped),
  })
  .transform(({ _etag, _ts, _rid, _self, _attachments, ...document }) => document);

/** The new text is opened once before it takes the place of the old, for afterwards there is no other. */
const renewed = async (wrapping: Wrapping, wrapped: string, within: Within): Promise<Entry> => {
  if (await wrapping.isNewest(wrapped, within)) return { wrapped, outcome: 'kept' };
  const bytes = await wrapping.unwrap(wrapped, within);
  if (bytes === undefined) return { wrapped, outcome: 'broken' };
  const anew = await wrapping.wrap(bytes, within);
  const back = await wrapping.unwrap(anew, within);
  if (back?.length !== bytes.length || !timingSafeEqual(back, bytes)) throw storageFault('wrapping anew');
  return { wrapped: anew, outcome: 'rewrapped' };
};

type Found = z.infer<typeof KeyDocument>;
type Anew = { readonly next: Document; readonly outcomes: readonly Outcome[] };

const programAnew = async (wrapping: Wrapping, document: Found, within: Within): Promise<Anew> => {
  const news = await Promise.all(document.entries.map(({ wrapped }) => renewed(wrapping, wrapped, within)));
  const entries = document.entries.map((entry, place) => ({ ...entry, wrapped: news[place]?.wrapped }));
  return { next: { ...document, entries }, outcomes: news.map(({ outcome }) => outcome) };
};

const caseAnew = async (
  wrapping: Wrapping,
  { caseKey = '', ...document }: Found,
  within: Within,
): Promise<Anew> => {
  const { wrapped, outcome } = await renewed(wrapping, caseKey, within);
  return { next: { ...document, caseKey: wrapped }, outcomes: [outcome] };
};

type Read = { readonly value: unknown; readonly document: Found };

/** Undefined when somebody else changed the document first. */
const once = async (
  parts: Rewrapping,
  { value, document }: Read,
  within: Within,
): Promise<readonly Outcome[] | undefined> => {
  const { next, outcomes } = await (document.id === PROGRAM_ID
    ? programAnew(parts.program, document, within)
    : caseAnew(parts.cases, document, within));
  if (!outcomes.includes('rewrapped')) return outcomes;
  const replaced = await parts.shelf.replace(next, versionOf(value), within);
  return replaced.value === undefined ? undefined : outcomes;
};

const rewrapOne = async (parts: Rewrapping, place: z.infer<typeof Place>): Promise<readonly Outcome[]> => {
  const within = AbortSignal.timeout(DOCUMENT_MS);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const { value } = await parts.shelf.read(place, within);
    if (value === undefined) return [];
    const outcomes = await once(parts, { value, document: KeyDocument.parse(value) }, within);
    if (outcomes !== undefined) return outcomes;
    await jitter(attempt, within);
  }
  throw storageFault('wrapping anew');
};

/**
 * Wraps every stored key under the newest key-encryption key; nothing else of any document changes. May be stopped and
 * run again, and may run beside the program: a document that somebody else changes is read again.
 */
export const rewrapKeys = async (parts: Rewrapping): Promise<Rewrapped> => {
  const within = AbortSignal.timeout(DOCUMENT_MS);
  const places = await parts.shelf.query({ where: 'true', values: {} }, within);
  const outcomes: Outcome[] = [];
  for (const place of places) outcomes.push(...(await rewrapOne(parts, Place.parse(place))));
  const count = (wanted: Outcome): number => outcomes.filter(outcome => outcome === wanted).length;
  return { keys: outcomes.length, rewrapped: count('rewrapped'), broken: count('broken') };
};
