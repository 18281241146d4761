import { type LogPage } from '../../src/use-cases/ports/audit-log';
import { allOf, pageOf } from '../../src/use-cases/read-log';
import { aLook } from '../builders/looks';

/** A log of so many rows, newest first: 999, 998, … */
const logOf = (rows: number) => {
  const looks = Array.from({ length: rows }, (_, index) => aLook({ place: String(999 - index) }));
  const asked: LogPage[] = [];
  const read = (page: LogPage) => {
    asked.push(page);
    const { before = '~', most } = page;
    return Promise.resolve(looks.filter(({ place }) => place < before).slice(0, most));
  };
  return { read, asked };
};
const all = () => true;
const every =
  (nth: number) =>
  ({ place }: { readonly place: string }) =>
    Number(place) % nth === 0;

describe('pageOf', () => {
  it('gives the newest, and where to go on', async () => {
    const { read } = logOf(12);

    const first = await pageOf({ read, counts: all }, { most: 10 });
    const second = await pageOf({ read, counts: all }, { most: 10, before: first.older ?? '' });

    expect([first.rows.length, first.older]).toEqual([10, '990']);
    expect([second.rows.map(({ place }) => place), second.older]).toEqual([['989', '988'], undefined]);
  });

  it('ends where the log ends, even on a full page', async () => {
    expect(await pageOf({ read: logOf(10).read, counts: all }, { most: 10 })).not.toHaveProperty('older');
    expect(await pageOf({ read: logOf(0).read, counts: all }, { most: 10 })).toEqual({ rows: [] });
  });

  it('fills the page however few rows count, and passes the bounds on', async () => {
    const { read, asked } = logOf(500);
    const { at } = aLook();

    const page = await pageOf({ read, counts: every(50) }, { most: 4, since: at });

    expect(page.rows.map(({ place }) => place)).toEqual(['950', '900', '850', '800']);
    expect(page.older).toBe('800');
    expect(asked.length).toBeLessThan(5);
    expect(asked.every(({ since }) => since === at)).toBe(true);
  });
});

describe('allOf', () => {
  it('reads to the end', async () => {
    const { read } = logOf(345);

    const rows = await allOf({ read, counts: all });

    expect(rows).toHaveLength(345);
    expect(new Set(rows.map(({ place }) => place)).size).toBe(345);
  });
});
