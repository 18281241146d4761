import { type Holding } from '../../domain/groups';

/** Content under one key, as it is stored. Use cases carry it from load to save without looking. */
export type SealedPiece = Holding & { readonly revision: number; readonly box: string };
