import { type Drawing } from '../cards/drawing';
import { refusalCard } from '../cards/refusals';
import { type Card } from '../cards/template';
import { type Refusal } from '../domain/refusal';
import { type Result } from '../result';

/** The refusal in the reader's words, or the card for what came out. */
export const refusedOr = <Value>(
  d: Drawing,
  result: Result<Value, Refusal>,
  card: (value: Value) => Card,
): Card => (result.ok ? card(result.value) : refusalCard(d, result.error));
