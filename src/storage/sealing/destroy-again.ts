import { z } from 'zod';
import { type CaseId } from '../../domain/ids';
import { CaseId as CaseIdSchema } from '../../ids';
import { type Within } from '../../use-cases/ports/common';
import { casePartition } from '../documents/stored';
import { storageFault } from '../faults';
import { type Shelves } from '../shelves';
import { type KeyFile, keyDocument, KEYS_ID, toKeyFile } from './key-document';
import { isTombstone, keyIdOf } from './sealing';

type Parts = Pick<Shelves, 'work' | 'keys'>;

/** How many lay there, and how many of them were erased again. */
export type ErasedAgain = { readonly looked: number; readonly erased: number };

/** For one case or one pointer. */
const STEP_MS = 60_000;
const step = (): Within => AbortSignal.timeout(STEP_MS);
const every = { where: 'true', values: {} };

const Partition = z.object({ id: z.literal(KEYS_ID), pk: z.templateLiteral(['case:', z.string()]) });
const Erased = z.object({ type: z.literal('case'), kase: z.object({ erasedOn: z.string() }) });

const boxesIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'box' && typeof inner === 'string' ? [inner] : boxesIn(inner),
  );
};

/** The keys that still seal something: those that some document of the case names, unless all of it was erased. */
const wantedIn = (documents: readonly unknown[]): readonly string[] =>
  documents.some(document => Erased.safeParse(document).success)
    ? []
    : boxesIn(documents)
        .filter(box => !isTombstone(box))
        .map(keyIdOf);

const keepOnly = async (
  { keys }: Parts,
  {
    caseId,
    file,
    wanted,
  }: { readonly caseId: CaseId; readonly file: KeyFile; readonly wanted: readonly string[] },
): Promise<void> => {
  const entries = file.entries.filter(({ id }) => wanted.includes(id));
  const place = { id: KEYS_ID, pk: casePartition(caseId), version: file.version };
  if (entries.length === 0) {
    await keys.remove(place, step());
    if ((await keys.read(place, step())).value !== undefined) throw storageFault('destroying keys');
    return;
  }
  const document = keyDocument(caseId, { caseKey: file.caseKey, entries });
  const { value } = await keys.replace(document, file.version, step());
  if (value === undefined) throw storageFault('destroying keys');
};

const destroyIn = async (parts: Parts, caseId: CaseId): Promise<ErasedAgain> => {
  const partition = casePartition(caseId);
  const file = toKeyFile((await parts.keys.read({ id: KEYS_ID, pk: partition }, step())).value);
  if (file === undefined) return { looked: 0, erased: 0 };
  const wanted = wantedIn(await parts.work.query({ ...every, partition }, step()));
  const erased = file.entries.filter(({ id }) => !wanted.includes(id)).length;
  if (erased > 0) await keepOnly(parts, { caseId, file, wanted });
  return { looked: file.entries.length, erased };
};

const inAll = (each: readonly ErasedAgain[]): ErasedAgain => ({
  looked: each.reduce((sum, { looked }) => sum + looked, 0),
  erased: each.reduce((sum, { erased }) => sum + erased, 0),
});

/**
 * After the keys were restored and the data was not: destroys every key that seals nothing any more. Nothing may run
 * beside it; a key that somebody makes meanwhile is a StorageFault. May be run again.
 */
export const destroyKeysAgain = async (parts: Parts): Promise<ErasedAgain> => {
  const found = await parts.keys.query({ ...every, select: ['id', 'pk'] }, step());
  const cases = found.flatMap(place => Partition.safeParse(place).data ?? []);
  const outcomes: ErasedAgain[] = [];
  for (const { pk } of cases)
    outcomes.push(await destroyIn(parts, CaseIdSchema.parse(pk.slice('case:'.length))));
  return inAll(outcomes);
};
