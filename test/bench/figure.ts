/** What a figure must be. */
type Target = { readonly atMost: number } | { readonly atLeast: number };

/** One number, with what it must be where something is asked of it. */
export type Figure = {
  /** B1 … B10. */
  readonly bench: string;
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: Target;
  /** What it was made of: the two sides of a ratio, how often it was measured. */
  readonly from?: string;
};

export type Bench = {
  readonly id: string;
  readonly name: string;
  readonly run: () => Promise<readonly Figure[]>;
};

export const isMet = ({ value, target }: Figure): boolean | undefined => {
  if (target === undefined) return undefined;
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
};

const DIGITS = 3;
/** Three digits that tell something; whole numbers whole. */
export const shown = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 1_000
    ? Math.round(value).toString()
    : value.toPrecision(DIGITS);

const targetOf = ({ target }: Figure): string => {
  if (target === undefined) return '';
  return 'atMost' in target ? `≤ ${shown(target.atMost)}` : `≥ ${shown(target.atLeast)}`;
};
const verdictOf = (figure: Figure): string => {
  const met = isMet(figure);
  if (met === undefined) return '';
  return met ? 'met' : 'MISSED';
};

const HEAD = ['bench', 'measure', 'figure', 'target', 'verdict', 'from'];

/** The figures as a table for a terminal. */
export const tableOf = (figures: readonly Figure[]): string => {
  const rows = figures.map(figure => [
    figure.bench,
    figure.measure,
    `${shown(figure.value)} ${figure.unit}`.trim(),
    targetOf(figure),
    verdictOf(figure),
    figure.from ?? '',
  ]);
  const widths = HEAD.map((title, at) => Math.max(title.length, ...rows.map(row => (row[at] ?? '').length)));
  return [HEAD, ...rows]
    .map(row =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
