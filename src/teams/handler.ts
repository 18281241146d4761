import { z } from 'zod';
import { type Card } from '../cards/template';
import { type Drawing } from '../cards/drawing';
import { type Asked } from '../use-cases/asked';

/** One press or one written message, with who it is known and the card's drawing ready. */
export type Turn = {
  readonly asked: Asked;
  /**
   * Where the answer will stand: in place for the presser, in the channel the same way, in a dialog of their own, or as
   * a message that is kept.
   */
  readonly place: 'chat' | 'channel' | 'dialog' | 'message';
  readonly d: Drawing;
};

/** A press on a verb: what it must carry, and the card that answers it. */
export type Handler = {
  /** A read is an event of its own at every press; a change pressed twice on one card is one change. */
  readonly kind: 'read' | 'change';
  /** Undefined when the data is not what this verb carries. */
  readonly answer: (turn: Turn, data: unknown) => Promise<Card> | undefined;
};

type Run<Data> = (turn: Turn, data: Data) => Promise<Card>;

const handler =
  (kind: Handler['kind']) =>
  <Schema extends z.ZodType>(schema: Schema, run: Run<z.infer<Schema>>): Handler => ({
    kind,
    answer: (turn, data) => {
      const parsed = schema.safeParse(data);
      return parsed.success ? run(turn, parsed.data) : undefined;
    },
  });

export const reads = handler('read');
export const changes = handler('change');

/** For verbs that carry nothing but themselves. */
export const Nothing = z.unknown();
/** What a form sends: texts; a ticked list is one text with commas. Long texts are kept, to be told of. */
export const Typed = z.string().max(4_000).optional();
