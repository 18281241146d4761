import { type Element } from '../../src/local/demo/element';

/** An activity as Teams would send it, and what it must hold to do what it is for. */
export type Base = {
  readonly kind: string;
  readonly activity: Element;
  /** Paths of which at least one is spoilt, so that nothing can rightly come of it; none for what changes nothing. */
  readonly vital: readonly (readonly string[])[];
};
