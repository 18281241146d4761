import { type Holding, sameHolding } from '../../src/domain/groups';
import { type CaseId } from '../../src/domain/ids';
import { type Cases, type SealedPiece } from '../../src/use-cases/ports/cases';
import { type StoreState, turn } from './store-state';

const isPiece = (value: unknown): value is SealedPiece =>
  typeof value === 'object' && value !== null && 'box' in value && 'section' in value && 'origin' in value;

const piecesIn = (kept: object): readonly SealedPiece[] => Object.values(kept).flat().filter(isPiece);

const without = (kept: object, isGone: (piece: SealedPiece) => boolean): object =>
  Object.fromEntries(
    Object.entries(kept)
      .filter(([, value]) => !(isPiece(value) && isGone(value)))
      .map(([name, value]: [string, unknown]) => [
        name,
        Array.isArray(value) ? value.filter((one: unknown) => !(isPiece(one) && isGone(one))) : value,
      ]),
  );

const isOf = (key: unknown, id: CaseId): key is string =>
  typeof key === 'string' && (key === id || key.startsWith(`${id}/`));

type Kept = { readonly map: Map<unknown, unknown>; readonly key: string; readonly kept: object };

/** Whatever is kept of the case, wherever it is kept. */
const keptOf = (state: StoreState, id: CaseId): readonly Kept[] =>
  Object.values<unknown>(state)
    .filter((one): one is Map<unknown, unknown> => one instanceof Map)
    .flatMap(map => {
      const entries: readonly (readonly [unknown, unknown])[] = Array.from(map.entries());
      return entries.flatMap(([key, kept]) =>
        isOf(key, id) && typeof kept === 'object' && kept !== null ? [{ map, key, kept }] : [],
      );
    });

/** As the store's: what is sealed goes with its key, and nothing else does. */
export const fakeKeys = (state: StoreState): Pick<Cases, 'sealedUnder' | 'destroyKeys'> => ({
  sealedUnder: async (id, within) => {
    await turn(within);
    return keptOf(state, id)
      .flatMap(({ kept }) => piecesIn(kept))
      .map(({ origin, section }): Holding => ({ origin, section }))
      .filter((one, place, all) => all.findIndex(other => sameHolding(one, other)) === place);
  },
  destroyKeys: async (id, of, within) => {
    await turn(within);
    const isGone = (piece: SealedPiece): boolean =>
      of === 'all' || of.some(holding => sameHolding(holding, piece));
    keptOf(state, id).forEach(({ map, key, kept }) => map.set(key, without(kept, isGone)));
  },
});
