import fc from 'fast-check';
import { beginsCode, codeFrom, isCaseCode, mayBeginCode, readCode, spellCode } from '../../src/domain/code';
import { derive } from '../builders/ids';

const SIGNS = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
const hexDigit = fc.constantFrom(...Array.from('0123456789abcdef'));
const chance = () => fc.string({ unit: hexDigit, minLength: 32, maxLength: 32 });
const someCode = () => chance().map(codeFrom);
const signsOf = (code: string): string => code.slice(3).replace('-', '');
const dressed = (signs: string): string => `SU-${signs.slice(0, 4)}-${signs.slice(4)}`;

describe('codeFrom', () => {
  it('is two groups of four signs that cannot be taken for each other', () => {
    fc.assert(
      fc.property(someCode(), code => {
        expect(code).toMatch(/^SU-[1-9A-Z]{4}-[1-9A-Z]{4}$/);
        expect(signsOf(code)).not.toMatch(/[0ILOU]/);
        expect(isCaseCode(code)).toBe(true);
      }),
    );
  });

  it('makes the same code of the same chance, and another of another', () => {
    const chances = Array.from({ length: 1000 }, (_, n) => derive('code', String(n)));

    const codes = chances.map(codeFrom);

    expect(chances.map(codeFrom)).toEqual(codes);
    expect(new Set(codes).size).toBe(1000);
  });
});

describe('readCode', () => {
  it('reads back what codeFrom made', () => {
    fc.assert(fc.property(someCode(), code => readCode(code) === code));
  });

  it('reads it in any case and spacing, with or without the letters before it', () => {
    fc.assert(
      fc.property(someCode(), code => {
        const signs = signsOf(code);

        const typed = [
          code.toLowerCase(),
          ` ${code} `,
          signs,
          `su${signs}`,
          `su ${signs.slice(0, 4)} ${signs.slice(4)}`,
          `SU–${signs.slice(0, 4)}–${signs.slice(4)}`,
          Array.from(signs.toLowerCase()).join(' '),
          `${code}.`,
        ];

        expect(typed.map(readCode)).toEqual(typed.map(() => code));
      }),
    );
  });

  it('catches every single sign that is another', () => {
    fc.assert(
      fc.property(
        someCode(),
        fc.nat({ max: 7 }),
        fc.constantFrom(...Array.from(SIGNS)),
        (code, place, sign) => {
          const signs = signsOf(code);
          fc.pre(signs.charAt(place) !== sign);

          const slipped = signs.slice(0, place) + sign + signs.slice(place + 1);

          expect(readCode(dressed(slipped))).toBeUndefined();
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('catches every swap of two neighbours that differ, the check sign among them', () => {
    fc.assert(
      fc.property(someCode(), fc.nat({ max: 6 }), (code, place) => {
        const signs = signsOf(code);
        const [one, other] = [signs.charAt(place), signs.charAt(place + 1)];
        fc.pre(one !== other);

        const swapped = signs.slice(0, place) + other + one + signs.slice(place + 2);

        expect(readCode(dressed(swapped))).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, and gives nothing but whole codes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), typed => {
        const code = readCode(typed);

        expect(code === undefined || isCaseCode(code)).toBe(true);
      }),
    );
  });

  it('T19 reads no letter of another alphabet as ours, in whichever place, nor past one', () => {
    const foreign = fc.constantFrom(...Array.from('ЅСВКАЕНМРТХΑΒЕΗΚΜΝΡΤΧſıАＫ①²é\u212a\u200b\u202e\u0301'));

    fc.assert(
      fc.property(someCode(), foreign, fc.nat({ max: 11 }), (code, letter, place) => {
        const instead = code.slice(0, place) + letter + code.slice(place + 1);
        const between = code.slice(0, place) + letter + code.slice(place);

        expect([instead, between].flatMap(typed => [readCode(typed), isCaseCode(typed)])).toEqual([
          undefined,
          false,
          undefined,
          false,
        ]);
        expect([spellCode(instead), spellCode(between)]).toEqual([undefined, undefined]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['', 'SU-', 'SU-1111', 'SU-1111-11111', 'SU-0OIL-U111'])('reads nothing in "%s"', typed => {
    expect(readCode(typed)).toBeUndefined();
  });
});

describe('isCaseCode', () => {
  const whole = codeFrom('00112233445566778899aabbccddeeff');

  it.each([
    ['small letters', whole.toLowerCase()],
    ['no hyphens', whole.replaceAll('-', '')],
    ['a line after it', `${whole}\n`],
    ['a space before it', ` ${whole}`],
    ['a sign more', `${whole}1`],
  ])('is only the one way of writing it: not %s', (_, text) => {
    expect(isCaseCode(whole)).toBe(true);
    expect(isCaseCode(text)).toBe(false);
  });
});

describe('spellCode', () => {
  const whole = codeFrom('00112233445566778899aabbccddeeff');

  it.each([
    [whole, whole],
    [whole.toLowerCase().replaceAll('-', ''), whole],
    [whole.slice(3), whole],
    ['su11111112', 'SU-1111-1112'],
    ['SU-0OIL-U111', 'SU-0OIL-U111'],
  ])('spells %j as codes are spelled, whatever its check sign says', (typed, code) => {
    expect(spellCode(typed)).toBe(code);
    expect(spellCode(code)).toBe(code);
  });

  it.each(['', 'Margrete', '1111-1112', 'SU-1111', 'SU-1111-11111'])('spells nothing of %j', typed => {
    expect(spellCode(typed)).toBeUndefined();
  });
});

describe('beginsCode', () => {
  const begun = () => fc.tuple(someCode(), fc.nat({ max: 12 }), fc.constantFrom('', ' ', '-', '.'));

  it('knows every beginning, with or without the letters before it, in any case and spacing', () => {
    fc.assert(
      fc.property(begun(), ([code, length, between]) => {
        const typed = code.slice(0, length).split('').join(between).toLowerCase();

        expect(beginsCode(typed, code)).toBe(true);
        expect(beginsCode(code.slice(3, 3 + length), code)).toBe(true);
      }),
    );
  });

  it('knows nothing else: no middle, nothing longer, nothing of another alphabet', () => {
    fc.assert(
      fc.property(someCode(), fc.constantFrom('A', '9', 'х', '%', '*', '_'), (code, more) => {
        expect(beginsCode(`${code}${more}`, code)).toBe(false);
        expect(beginsCode(`${more}${code}`, code)).toBe(false);
        expect(beginsCode(signsOf(code).slice(3), code)).toBe(
          signsOf(code).startsWith(signsOf(code).slice(3)),
        );
      }),
    );
  });
});

describe('mayBeginCode', () => {
  it('holds for every beginning of every code, with or without the letters before it', () => {
    fc.assert(
      fc.property(someCode(), fc.nat({ max: 12 }), (code, length) => {
        const begun = [code.slice(0, length), code.slice(3, 3 + length), code.slice(0, length).toLowerCase()];

        expect(begun.every(mayBeginCode)).toBe(true);
      }),
    );
  });

  it('holds whenever a code begins so', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 4 }), someCode(), (typed, code) => {
        expect(beginsCode(typed, code) && !mayBeginCode(typed)).toBe(false);
      }),
    );
  });

  it.each(['', 'S', 'SU', 'SU-', 'per', 'SU-1111-1112'])(
    'holds for %j, whatever its check sign says',
    typed => {
      expect(mayBeginCode(typed)).toBe(true);
    },
  );

  it.each(['Kari Nordmann', 'Ola', 'SU-0', 'SU-1111-11111', 'SU-7K_', 'ЅU-7K', '010190 12345'])(
    'does not hold for %j',
    typed => {
      expect(mayBeginCode(typed)).toBe(false);
    },
  );
});
