import { type Card, type Data, fill } from './template';

type Unfolded = {
  /** The consequence, where a step is dangerous. */
  readonly lines?: readonly string[];
  readonly dates?: readonly Data[];
  readonly choices?: readonly Data[];
  readonly texts?: readonly Data[];
  readonly hints?: readonly string[];
};

/** What a button unfolds: a consequence to read, or one or two fields, and the button that does it. */
export const unfolded = (
  { lines = [], dates = [], choices = [], texts = [], hints = [] }: Unfolded,
  action: Card,
): Card => fill('unfolded', { lines, dates, choices, texts, hints, actions: [action] });
