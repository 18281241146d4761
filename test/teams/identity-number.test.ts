import fc from 'fast-check';
import { checkIdentity, type IdentityValues } from '../../src/teams/identity-number';
import { day } from '../builders/ids';

const today = day('2026-12-04');
const check = (values: IdentityValues, syntheticAllowed = true) =>
  checkIdentity(values, { syntheticAllowed, today });
const weigh = (digits: readonly number[], weights: readonly number[]): number =>
  (11 - (weights.reduce((sum, weight, place) => sum + weight * (digits[place] ?? 0), 0) % 11)) % 11;
/** Eleven digits whose two check digits are right; undefined where there are none. */
const withChecks = (nine: string): string | undefined => {
  const digits = Array.from(nine, Number);
  const first = weigh(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
  const second = weigh([...digits, first], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
  return first > 9 || second > 9 ? undefined : `${nine}${String(first)}${String(second)}`;
};
const someOf = (birth: string): readonly string[] =>
  Array.from({ length: 1_000 }, (_, serial) => withChecks(birth + serial.toString().padStart(3, '0'))).filter(
    number => number !== undefined,
  );
/** Skatteetaten's synthetic people are born in months 81 to 92. */
const [SYNTHETIC = ''] = someOf('018101');

describe('checkIdentity', () => {
  it('takes a name, a number and a year, any of them alone', () => {
    expect(check({ name: ' Kandidat ' })).toEqual({ ok: true, value: { name: 'Kandidat' } });
    expect(check({ nin: SYNTHETIC })).toEqual({ ok: true, value: { number: SYNTHETIC } });
    expect(check({ 'birth-year': '1980' })).toEqual({ ok: true, value: { birthYear: 1980 } });
  });

  it('reads a number as people write it', () => {
    const spaced = `${SYNTHETIC.slice(0, 6)} ${SYNTHETIC.slice(6)}`;

    expect(check({ nin: spaced })).toEqual({ ok: true, value: { number: SYNTHETIC } });
  });

  it('takes a synthetic number only where there is nobody', () => {
    expect(check({ nin: SYNTHETIC }, false)).toEqual({
      ok: false,
      error: [{ field: 'nin', problem: 'invalid' }],
    });
  });

  it('wants something', () => {
    const empty = { ok: false, error: [{ field: 'name', problem: 'empty' }] };

    expect([check({}), check({ name: ' ', nin: ' ', 'birth-year': '' })]).toEqual([empty, empty]);
  });

  it.each([
    ['1234', 4],
    ['abc', 0],
    [`${SYNTHETIC}1`, 12],
  ])('counts the digits of %j', (nin, count) => {
    expect(check({ nin })).toEqual({ ok: false, error: [{ field: 'nin', problem: 'digits', count }] });
  });

  it('catches every single slip', () => {
    const slips = Array.from(SYNTHETIC).flatMap((sign, place) =>
      Array.from({ length: 10 }, (_, digit) => digit)
        .filter(digit => String(digit) !== sign)
        .map(digit => SYNTHETIC.slice(0, place) + String(digit) + SYNTHETIC.slice(place + 1)),
    );

    expect(slips.filter(nin => check({ nin }).ok)).toEqual([]);
  });

  it.each(['1906', '2027', '80', '198o', '-1980', '1e3'])('takes no year like %j', year => {
    expect(check({ 'birth-year': year })).toEqual({
      ok: false,
      error: [{ field: 'birth-year', problem: 'year' }],
    });
  });

  it.each(['1907', '2026'])('takes the year %s', year => {
    expect(check({ 'birth-year': year }).ok).toBe(true);
  });

  it.each([SYNTHETIC, `Kandidat ${SYNTHETIC}`, Array.from(SYNTHETIC).join(' ')])(
    'takes no number for a name: %j',
    name => {
      expect(check({ name })).toEqual({ ok: false, error: [{ field: 'name', problem: 'holds-number' }] });
    },
  );

  it('tells every fault at once, by its field', () => {
    const wrong = check({ name: 'x'.repeat(201), nin: '1', 'birth-year': 'x' });

    expect(wrong.ok ? [] : wrong.error.map(({ field }) => field)).toEqual(['name', 'nin', 'birth-year']);
  });

  it('takes anything without a fault', () => {
    const text = fc.option(fc.string({ maxLength: 300 }), { nil: undefined });

    fc.assert(
      fc.property(text, text, text, (name, nin, year) => {
        const { ok } = check({ name, nin, 'birth-year': year });

        expect(typeof ok).toBe('boolean');
      }),
    );
  });
});
