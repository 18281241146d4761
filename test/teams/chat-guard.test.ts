import fc from 'fast-check';
import { holdsPerson } from '../../src/teams/chat-guard';
import { codeFrom } from '../../src/domain/code';
import { worstRatio } from '../security/patterns';

const EMPTY = ['', ' ', '-', '.', '\u00a0', '\u2009', '\u2011', '\u200b', ' - '];
const separator = fc.constantFrom(...EMPTY);
const twoDigits = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map(number => String(number).padStart(2, '0'));
const numeral = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map(all => all.join(''));

/** Ordinary, D-number (day + 40) and synthetic (month + 40, + 65 or + 80). */
const birth = fc
  .tuple(
    twoDigits(1, 31),
    twoDigits(1, 12),
    numeral(2),
    fc.constantFrom(0, 40),
    fc.constantFrom(0, 40, 65, 80),
  )
  .map(([day, month, year, more, synthetic]) => [
    String(Number(day) + more).padStart(2, '0'),
    String(Number(month) + synthetic).padStart(2, '0'),
    year,
  ]);

describe('holdsPerson', () => {
  it.each([
    ['a birth number', '01010112345'],
    ['a D-number', '41010112345'],
    ['a synthetic one', '01810112345'],
    ['six and five', '010190 12345'],
    ['six, a dash and five', '010190-12345'],
    ['six, a dash between spaces, and five', '010190 - 12345'],
    ['a date with dots and five', '01.01.90-12345'],
    ['a date with dots and five apart', '01.01.90 123 45'],
    ['a date with its century and five', '01.01.1990 12345'],
    ['a date the other way round and five', '1990-01-01 12345'],
    ['pairs', '01 01 90 12 34 5'],
    ['single digits', '0 1 0 1 9 0 1 2 3 4 5'],
    ['full-width digits', '０１０１９０１２３４５'],
    ['a sign one cannot see', '010190\u200b12345'],
    ['a long dash', '010190–12345'],
    ['words around', 'hun heter 010190 12345 ja'],
    ['a code before', 'sak SU-7K3Q-9F2X 01019012345'],
    ['no space before', 'fnr:01019012345'],
    ['eight digits', '99887766'],
    ['pairs of a phone', '99 88 77 66'],
    ['three, two and three', '998 87 766'],
    ['dots', '99.88.77.66'],
    ['dashes', '99-88-77-66'],
    ['a country', '+4799887766'],
    ['a country apart', '+47 998 87 766'],
    ['a country in brackets', '(+47) 99 88 77 66'],
    ['a country with noughts', '0047 99887766'],
    ['a country without a sign', '4799887766'],
    ['a fixed line', '55 56 00 00'],
    ['another country', '+46 70 123 45 67'],
    ['a phone after a count', '2 saker, ring 22 33 44 55'],
    ['a phone after a number', 'sak 12 99887766'],
    ['a phone that calls itself a code', 'sak SU-9988-7766'],
    ['a number between words without spaces', 'tlf99887766takk'],
  ])('finds %s', (_, text) => {
    expect(holdsPerson(text)).toBe(true);
  });

  it.each([
    ...['sak SU-7K3Q-9F2X', 'SU7K3Q9F2X', 'sak su-1111-1112', 'hjelp', ''],
    ...['24.12.2026', '24.12.26', '4.12.2026', '24/12-2026', '24 12 2026', '2026-12-24', '24. 12. 2026'],
    ...['24.12.2026-31.12.2026', '24.12.26 - 31.1.27', '2026-12-24 - 2027-01-02', '24.-31.12.2026'],
    ...['24.12.2026 12.30', '4.12.2026 kl. 12.30', '24.12.26 kl 12:30-14:00', '2026-12-24 12.30'],
    ...['kl. 20.30', '20.30-21.30', '09.00 - 10.30', 'tirsdag 20:30'],
    ...['12 saker', '12 saker og 3456 timer', '§ 13 a nr. 1', '1 000 000', 'uke 49 2026', '112 eller 113'],
    ...['60 minutter', '5003 Bergen', '12345', '1234567', 'sak 3 av 12'],
  ])('finds nothing in %j', text => {
    expect(holdsPerson(text)).toBe(false);
  });

  it('finds no code of a case to be a number, whichever it is', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), chance => {
        const code = codeFrom(chance.toString(16).padStart(16, '0'));

        expect([code, code.replaceAll('-', ''), `sak ${code.toLowerCase()}`].filter(holdsPerson)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds every number of a person, however its parts are divided', () => {
    fc.assert(
      fc.property(
        birth,
        numeral(5),
        fc.tuple(separator, separator),
        ([day = '', month = '', year = ''], rest, [one, other]) => {
          const texts = [
            [day, month, year].join(one) + other + rest,
            `hun er ${day}${month}${year}${other}${rest}.`,
          ];

          expect(texts.filter(text => !holdsPerson(text))).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('finds every Norwegian phone number, however it is divided', () => {
    const from = fc.constantFrom('', '+47', '0047', '+47 ', '0047 ', '47 ', '(+47) ');
    const inGroups = fc.constantFrom([8], [2, 2, 2, 2], [3, 2, 3], [4, 4], [2, 3, 3]);
    const phone = fc
      .tuple(fc.integer({ min: 20_000_000, max: 99_999_999 }).map(String), inGroups, separator)
      .map(([number, lengths, between]) => {
        const starts = lengths.map((_, place) => lengths.slice(0, place).reduce((sum, one) => sum + one, 0));
        return starts.map((start, place) => number.slice(start, start + (lengths[place] ?? 0))).join(between);
      });

    fc.assert(
      fc.property(from, phone, (country, number) => {
        expect([country, number, holdsPerson(`ring ${country}${number} nå`)]).toEqual([
          country,
          number,
          true,
        ]);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['9', '9 ', '99.', '24.12.2026 ', 'SU-7K3Q-9F2X', '+4', '1-1-1', '(', '\u200b', 'kl. 12.30'])(
    'T21 takes linear time for ever more of %j',
    piece => {
      holdsPerson(piece.repeat(10_000));
      const ratios = [1, 2, 3].map(() => worstRatio(holdsPerson, [piece], { attempts: 3, long: 60_000 }));

      // Fifty thousand finds are as many small things to clear away: a square one would take a hundred times as long.
      expect(Math.min(...ratios)).toBeLessThan(50);
    },
  );
});
