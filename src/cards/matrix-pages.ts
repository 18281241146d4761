import { type Matrix, type Ticks } from '../domain/consent-matrix';
import { packTicks } from '../domain/packed-ticks';
import { button, type Carried } from './button';
import { type Setting } from './shared-drawing';
import { offered } from './parts';
import { type Card } from './template';

/** What eleven agencies hold is far more than 20 KB: so many boxes are drawn at a time, a row being some by itself. */
const MOST_BOXES = 84;
const BOXES_OF_ROW = 4;

const boxesIn = (rows: Matrix): number =>
  rows.reduce((sum, { choices }) => sum + choices.length + BOXES_OF_ROW, 0);

/** Whole rows, in their order, as many to a page as it has room for. */
export const pagesOf = (matrix: Matrix): readonly Matrix[] =>
  matrix.reduce<readonly Matrix[]>((pages, row) => {
    const last = pages.at(-1) ?? [];
    const more = [...last, row];
    return last.length === 0 || boxesIn(more) <= MOST_BOXES
      ? [...pages.slice(0, -1), more]
      : [...pages, [row]];
  }, []);

export type MatrixPage = {
  readonly rows: Matrix;
  readonly number: number;
  readonly of: number;
  /** What is ticked on the other pages, for each button that leads on from this one. */
  readonly others: Carried;
};

/** The page that is asked for, or the one nearest to it. */
export const matrixPage = (
  matrix: Matrix,
  { ticks, page = 1 }: { readonly ticks: Ticks; readonly page?: number | undefined },
): MatrixPage => {
  const pages = pagesOf(matrix);
  const of = Math.max(1, pages.length);
  const number = Math.min(Math.max(1, page), of);
  const rows = pages[number - 1] ?? [];
  const elsewhere = matrix.filter(row => !rows.includes(row)).map(({ id }) => [id, ticks[id] ?? ''] as const);
  const others = { ticks: packTicks(Object.fromEntries(elsewhere)), page: String(number) };
  return { rows, number, of, others: of === 1 ? {} : others };
};

/** To the next page and the one before; what is ticked goes along, and is saved with the rest. */
export const turning = (
  { t }: Pick<Setting, 't'>,
  { number, of, others }: MatrixPage,
  press: { readonly verb: string } & Carried,
): readonly Card[] => {
  const to = (page: number) => ({ ...press, ...others, page: String(page) });
  return offered([
    [number < of, button(t.consent.nextPage, to(number + 1))],
    [number > 1, button(t.consent.previousPage, to(number - 1))],
  ]);
};
