import { GROUPS, isGroup, sameHolding, SECTIONS } from '../../src/domain/groups';
import { agencyId } from '../builders/ids';

describe('isGroup', () => {
  it('is B to F: what else can be sealed is no matter of consent', () => {
    expect(SECTIONS.filter(isGroup)).toEqual([...GROUPS]);
    expect(SECTIONS.filter(section => !isGroup(section))).toEqual([
      'summary',
      'contact',
      'terms',
      'reason',
      'notes',
    ]);
  });
});

describe('sameHolding', () => {
  it('is the same section of the same agency', () => {
    const one = { origin: agencyId('kronstad-dps'), section: 'D' } as const;

    expect(sameHolding(one, { ...one })).toBe(true);
    expect(sameHolding(one, { ...one, section: 'C' })).toBe(false);
    expect(sameHolding(one, { ...one, origin: agencyId('innsatsgruppen') })).toBe(false);
  });
});
