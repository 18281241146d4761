import { z } from 'zod';
import { type CaseId } from '../../domain/ids';
import { CaseId as CaseIdSchema } from '../../ids';
import { type Within } from '../../use-cases/ports/common';
import { casePartition, Holding } from '../documents/stored';
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

const OfCase = z.object({ id: z.literal(KEYS_ID), pk: z.templateLiteral(['case:', z.string()]) });
/** Whether these are the keys of a case, rather than the program's own. */
export const isOfCase = (place: unknown): boolean => OfCase.safeParse(place).success;

const Erased = z.object({ type: z.literal('case'), kase: z.object({ erasedOn: z.string() }) });
/** Every sealed text lies in a `box`, beside whose it is; a draft's box stands alone. */
const Boxed = z.object({ box: z.string(), ...Holding.partial().shape, revision: z.number().optional() });
type Boxed = z.infer<typeof Boxed>;
const Erasing = z.object({
  event: z.object({ sequence: z.number(), erased: z.array(Holding) }),
});
type Erasing = z.infer<typeof Erasing>['event'];

const boxesIn = (value: unknown): readonly Boxed[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { data } = Boxed.safeParse(value);
  return [...(data === undefined ? [] : [data]), ...Object.values(value).flatMap(boxesIn)];
};

/** What was sealed before its section was erased lies there still, where it lay beside the case; its key is gone. */
const isErased = ({ origin, section, revision }: Boxed, erasings: readonly Erasing[]): boolean =>
  revision !== undefined &&
  erasings.some(
    ({ sequence, erased }) =>
      revision < sequence && erased.some(gone => gone.origin === origin && gone.section === section),
  );

/** The keys that still seal something: none where all of the case was erased. */
const wantedIn = (documents: readonly unknown[]): readonly string[] => {
  if (documents.some(document => Erased.safeParse(document).success)) return [];
  const erasings = documents.flatMap(document => Erasing.safeParse(document).data?.event ?? []);
  return boxesIn(documents)
    .filter(boxed => !isTombstone(boxed.box) && !isErased(boxed, erasings))
    .map(({ box }) => keyIdOf(box));
};

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

type One = { readonly caseId: CaseId; readonly isMeant: boolean };

const destroyIn = async (parts: Parts, { caseId, isMeant }: One): Promise<ErasedAgain> => {
  const partition = casePartition(caseId);
  const file = toKeyFile((await parts.keys.read({ id: KEYS_ID, pk: partition }, step())).value);
  if (file === undefined) return { looked: 0, erased: 0 };
  const wanted = wantedIn(await parts.work.query({ ...every, partition }, step()));
  const erased = file.entries.filter(({ id }) => !wanted.includes(id)).length;
  if (erased > 0 && isMeant) await keepOnly(parts, { caseId, file, wanted });
  return { looked: file.entries.length, erased };
};

const inAll = (each: readonly ErasedAgain[]): ErasedAgain => ({
  looked: each.reduce((sum, { looked }) => sum + looked, 0),
  erased: each.reduce((sum, { erased }) => sum + erased, 0),
});

/** Throws where there is no case at all: the data of another account, or of none, says nothing of these keys. */
const holdsCases = async ({ work }: Parts): Promise<void> => {
  const cases = await work.count({ where: 'c.type = @type', values: { type: 'case' } }, step());
  if (cases === 0) throw new Error('There is no case here: is this the data that belongs to the keys?');
};

/**
 * After the keys were restored and the data was not: destroys every key that seals nothing any more; only counts them
 * unless told to. Nothing may run beside it; a key that somebody makes meanwhile is a StorageFault. May be run again.
 */
export const destroyKeysAgain = async (parts: Parts, isMeant: boolean): Promise<ErasedAgain> => {
  const found = await parts.keys.query({ ...every, select: ['id', 'pk'] }, step());
  const cases = found.flatMap(place => OfCase.safeParse(place).data ?? []);
  if (cases.length > 0) await holdsCases(parts);
  const outcomes: ErasedAgain[] = [];
  for (const { pk } of cases)
    outcomes.push(await destroyIn(parts, { caseId: CaseIdSchema.parse(pk.slice('case:'.length)), isMeant }));
  return inAll(outcomes);
};
