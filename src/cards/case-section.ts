import { type Drawing } from './drawing';
import { facts, fold, only } from './parts';
import { type FactRow } from './read-referral';
import { type Data } from './template';

export type Line = {
  readonly left: string;
  readonly below: readonly string[];
  readonly right: string;
  readonly rows: readonly FactRow[];
  readonly separated: boolean;
  readonly strong: boolean;
};
type Event = { readonly day: string; readonly what: string };
type Body = {
  readonly rows?: readonly FactRow[];
  readonly lines?: readonly Line[];
  readonly events?: readonly Event[];
  readonly notes?: readonly string[];
};

/** A fold of the case view: facts, lines with something at their right, or events by day. */
export const section = (
  d: Pick<Drawing, 't'>,
  head: Parameters<typeof fold>[1],
  { rows = [], lines = [], events = [], notes = [] }: Body,
): Data => ({
  ...fold(d.t, head),
  factSets: only(rows.length > 0, () => facts(rows)),
  lines: lines.map(line => ({ ...line, factSets: only(line.rows.length > 0, () => facts(line.rows)) })),
  events,
  notes,
});
