import { declaredUntil, hasDeclared } from '../../src/domain/declaration';
import { day } from '../builders/ids';

describe('hasDeclared', () => {
  it('holds for twelve months, and not the day after', () => {
    const declaredOn = day('2026-02-28');

    const held = ['2026-02-28', '2027-02-27', '2027-02-28'].map(today =>
      hasDeclared({ declaredOn }, day(today)),
    );

    expect(held).toEqual([true, true, false]);
    expect(declaredUntil(declaredOn)).toBe('2027-02-28');
  });

  it('is never true of somebody who has not signed', () => {
    expect(hasDeclared({}, day('2026-12-04'))).toBe(false);
  });
});
