import { type Content, sectionsOf } from '../domain/content';
import { type Holding, sameHolding } from '../domain/groups';
import { type CaseId } from '../domain/ids';
import { type Revealed, type SealedPiece } from '../use-cases/ports/cases';
import { type Within } from '../use-cases/ports/common';
import { CASE_ID } from './documents/case-document';
import { toContent } from './documents/content-schema';
import { type Keys } from './sealing/keys';
import { isTombstone, keyIdOf, open, seal } from './sealing/sealing';

/** `revision`: the sequence of the event that tells of the change, so that what is sealed later counts higher. */
type Sealing = {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly documentId: string;
  readonly texts: readonly (Holding & { readonly text: string })[];
  /** Whether another replica may have erased one of these sections unseen. */
  readonly fresh: boolean;
};

/** Each text under the key of its own section and origin. */
export const sealTexts = async (
  keys: Keys,
  { caseId, revision, documentId, texts, fresh }: Sealing,
  within: Within,
): Promise<readonly SealedPiece[]> => {
  if (texts.length === 0) return [];
  const slots = texts.map(({ origin, section }) => ({ origin, section }));
  const found = await keys.toSeal({ caseId, slots, fresh }, within);
  return texts.flatMap(({ origin, section, text }, place) => {
    const key = found[place];
    if (key === undefined) return [];
    const at = { caseId, documentId, slot: { origin, section }, revision };
    return [{ origin, section, revision, box: seal(key, at, text) }];
  });
};

const textsOf = (content: Revealed): Sealing['texts'] =>
  content.flatMap(({ origin, content: part }) =>
    sectionsOf(part).map(section => ({ origin, section, text: JSON.stringify(part[section]) })),
  );

type SealingContent = Pick<Sealing, 'caseId' | 'revision' | 'fresh'> & { readonly content: Revealed };

export const sealContent = (
  keys: Keys,
  { content, ...where }: SealingContent,
  within: Within,
): Promise<readonly SealedPiece[]> =>
  sealTexts(keys, { ...where, documentId: CASE_ID, texts: textsOf(content) }, within);

type Opening = {
  readonly caseId: CaseId;
  readonly documentId: string;
  readonly pieces: readonly SealedPiece[];
};
type Opened = Holding & { readonly text: string };

/** What lies in these boxes; a piece whose key was destroyed is gone. Throws SealBroken. */
export const openPieces = async (
  keys: Keys,
  { caseId, documentId, pieces }: Opening,
  within: Within,
): Promise<readonly Opened[]> => {
  const whole = pieces.filter(({ box }) => !isTombstone(box));
  if (whole.length === 0) return [];
  const wanted = whole.map(({ origin, section, box }) => ({ origin, section, keyId: keyIdOf(box) }));
  const found = await keys.toOpen({ caseId, wanted }, within);
  return whole.flatMap(({ origin, section, revision, box }) => {
    const key = found.find(({ id }) => id === keyIdOf(box));
    if (key === undefined) return [];
    const at = { caseId, documentId, slot: { origin, section }, revision };
    return [{ origin, section, text: open(key, at, box) }];
  });
};

/** The opened sections, put together by the agency each came from. */
export const revealedFrom = (opened: readonly Opened[]): Revealed => {
  const origins = [...new Set(opened.map(({ origin }) => origin))];
  return origins.map(origin => ({
    origin,
    content: opened
      .filter(one => one.origin === origin)
      .reduce<Content>((whole, { section, text }) => ({ ...whole, ...toContent(section, text) }), {}),
  }));
};

/** The pieces of a case after a change: the new ones in place of the old, a tombstone where one was erased. */
export const piecesAfter = (
  before: readonly SealedPiece[],
  change: { readonly sealed: readonly SealedPiece[]; readonly tombs: readonly SealedPiece[] },
): readonly SealedPiece[] => {
  const changed = [...change.sealed, ...change.tombs];
  const untouched = before.filter(
    piece => !isTombstone(piece.box) && !changed.some(one => sameHolding(one, piece)),
  );
  return [...untouched, ...changed];
};
