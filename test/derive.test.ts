import fc from 'fast-check';
import { derive } from '../src/derive';
import { isCaseId, isOutboxId } from '../src/domain/ids';

describe('derive', () => {
  it('gives 128 bits that are an id', () => {
    const id = derive('command', 'case');

    expect([isCaseId(id), isOutboxId(id)]).toEqual([true, true]);
  });

  it('gives the same for the same, today and in ten years', () => {
    expect(derive('command', 'case')).toBe('486086af17628c053b6ce64139429d38');
  });

  it.each([
    [
      ['ab', 'c'],
      ['a', 'bc'],
    ],
    [['a|1:b'], ['a', 'b']],
    [['a', ''], ['a']],
    [
      ['', 'a'],
      ['a', ''],
    ],
  ])('tells %j from %j', (one, other) => {
    expect(derive(...one)).not.toBe(derive(...other));
  });

  it('tells any two lists of parts apart', () => {
    const parts = fc.array(fc.string({ unit: fc.constantFrom('1', ':', '|', 'a', 'å') }), { maxLength: 4 });

    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect(derive(...one) === derive(...other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
});
