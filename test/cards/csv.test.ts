import fc from 'fast-check';
import { csvOf } from '../../src/cards/csv';

const MARK = '\u{feff}';

describe('csvOf', () => {
  it('divides by semicolons and lines, and says that it is UTF-8', () => {
    expect(
      csvOf([
        ['Hvem', 'Etat'],
        ['Ærlig', 'x'],
      ]),
    ).toBe(`${MARK}Hvem;Etat\r\nÆrlig;x\r\n`);
  });

  it('keeps what divides inside its cell', () => {
    expect(csvOf([['a;b', 'sa "ja"', 'to\nlinjer']])).toBe(`${MARK}"a;b";"sa ""ja""";"to\nlinjer"\r\n`);
  });

  it.each(['=1+1', '+47', '-1', '@SUM(A1)', '\t=1', '\r=1', '\u200b=1', '=1;2'])(
    'lets nothing be calculated: %j',
    text => {
      const [, cell = ''] = csvOf([[text]]).split(MARK);

      expect(cell).toMatch(/^"?'/);
    },
  );

  it('gives back what was put in, whatever it was', () => {
    const cell = fc.string().filter(text => !/^[=+\-@\s]|[\p{Cc}\p{Cf}]/u.test(text));
    const read = (text: string) =>
      [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n)/g)].map(([, quoted, bare]) =>
        quoted === undefined ? bare : quoted.replaceAll('""', '"'),
      );

    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), cells => {
        expect(read(csvOf([cells]).slice(1))).toEqual(cells.map(text => text.normalize('NFC')));
      }),
    );
  });
});
