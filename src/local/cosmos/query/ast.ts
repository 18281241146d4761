import { type SortKey } from '../indexing-policy';
import { type Scalar } from '../json';
import { type PropertyPath } from '../property-path';

export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Parameters are already values here. */
export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'fixed'; readonly holds: boolean }
  | {
      readonly kind: 'compare';
      readonly path: PropertyPath;
      readonly comparator: Comparator;
      readonly value: Scalar;
    }
  /**
   * `in` is a row of equalities and undefined where types differ; `list` is ARRAY_CONTAINS of a given list,
   * true or false for every defined property. They part under NOT.
   */
  | {
      readonly kind: 'among';
      readonly by: 'in' | 'list';
      readonly path: PropertyPath;
      readonly values: readonly Scalar[];
    }
  /** ARRAY_CONTAINS of the document's own list. */
  | { readonly kind: 'holds'; readonly path: PropertyPath; readonly value: Scalar }
  | { readonly kind: 'defined'; readonly path: PropertyPath }
  | { readonly kind: 'starts'; readonly path: PropertyPath; readonly prefix: string };

export type Selection =
  | { readonly kind: 'document' }
  | { readonly kind: 'count' }
  | { readonly kind: 'value'; readonly path: PropertyPath }
  | {
      readonly kind: 'fields';
      readonly fields: readonly { readonly name: string; readonly path: PropertyPath }[];
    };

export type Query = {
  readonly selection: Selection;
  readonly top: number | undefined;
  readonly where: Condition;
  readonly orderBy: readonly SortKey[];
};

export const ALWAYS: Condition = { kind: 'fixed', holds: true };

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

/** One function for each kind of condition: a new kind must be answered everywhere before it compiles. */
export type ByKind<R> = { readonly [K in Condition['kind']]: (condition: Of<K>) => R };

const at = <R, K extends Condition['kind']>(table: ByKind<R>, kind: K, condition: Of<K>): R =>
  table[kind](condition);

export const byKind = <R>(table: ByKind<R>, condition: Condition): R => at(table, condition.kind, condition);
