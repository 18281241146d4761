import fc from 'fast-check';
import { MOST_ROWS, pageOf } from '../../src/cards/page';

const keyOf = (row: string): string => row;
const lettered = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => `row-${String(place)}`);

/** Every page of a list, one after the other. */
const pagesOf = (list: readonly string[], after?: string): readonly (readonly string[])[] => {
  const { rows, next } = pageOf(list, { after, keyOf });
  return next === undefined ? [rows] : [rows, ...pagesOf(list, next)];
};

describe('pageOf', () => {
  it('shows every row once, in order, ten at a time', () => {
    fc.assert(
      fc.property(fc.nat({ max: 45 }), count => {
        const pages = pagesOf(lettered(count));

        expect(pages.flat()).toEqual(lettered(count));
        expect(pages.slice(0, -1).every(({ length }) => length === MOST_ROWS)).toBe(true);
      }),
    );
  });

  it.each([0, 9, 10])('has no next page for %i rows', count => {
    expect(pageOf(lettered(count), { after: undefined, keyOf }).next).toBeUndefined();
  });

  it('goes on after the same row when others have come before it', () => {
    const { next } = pageOf(lettered(15), { after: undefined, keyOf });

    const { rows, start, all } = pageOf(['newer', ...lettered(15)], { after: next, keyOf });

    expect(rows[0]).toBe('row-10');
    expect({ start, all }).toEqual({ start: 11, all: 16 });
  });

  it('begins anew when the row is not there any more', () => {
    expect(pageOf(lettered(15), { after: 'gone', keyOf }).start).toBe(0);
  });
});
