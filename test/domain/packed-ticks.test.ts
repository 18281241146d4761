import fc from 'fast-check';
import { type Ticks } from '../../src/domain/consent-matrix';
import { packTicks, unpackTicks } from '../../src/domain/packed-ticks';

const agencies = Array.from({ length: 13 }, (_, n) => `etat-nummer-${String(n)}`);
const row = fc.tuple(
  fc.constantFrom('B', 'C', 'D', 'E', 'F'),
  fc.constantFrom(...agencies),
  fc.uniqueArray(fc.constantFrom(...agencies)),
);
const anyTicks = fc
  .array(row)
  .map(rows => Object.fromEntries(rows.map(([group, from, to]) => [`see-${group}-${from}`, to.join(',')])));
/** What is ticked in each row, in whatever order. */
const meant = (ticks: Ticks) =>
  Object.fromEntries(Object.entries(ticks).map(([id, text]) => [id, new Set(text.split(','))]));

describe('packTicks', () => {
  it('keeps every row and every tick', () => {
    fc.assert(
      fc.property(anyTicks, ticks => {
        expect(meant(unpackTicks(packTicks(ticks)))).toEqual(meant(ticks));
      }),
    );
  });

  it('carries rows of the matrix only', () => {
    expect(packTicks({ 'see-B-etat': 'andre', kind: 'consent', 'see-A-etat': 'andre' })).toBe(
      'etat|andre;B0:2',
    );
  });

  it('is short with everything ticked that eleven agencies hold', () => {
    const all = agencies.slice(0, 11);
    const ticks = Object.fromEntries(
      ['B', 'C', 'D', 'E', 'F'].flatMap(group => all.map(from => [`see-${group}-${from}`, all.join(',')])),
    );

    expect(packTicks(ticks).length).toBeLessThan(600);
  });
});

describe('unpackTicks', () => {
  it('reads nothing where nothing was carried', () => {
    expect(unpackTicks('')).toEqual({});
    expect(unpackTicks(packTicks({}))).toEqual({});
  });

  it.each(['?', ';?', 'a;B0', 'a;X0:1', 'a;B0:zz', `a;B0:${'f'.repeat(99)}`])(
    'makes a row that no matrix has of %j',
    text => {
      expect(unpackTicks(text)).toEqual({ 'see--': '' });
    },
  );

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(() => unpackTicks(text)).not.toThrow();
      }),
    );
  });
});
