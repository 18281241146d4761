import { GROUPS, isGroup, sameHolding, SECTIONS } from '../../src/domain/groups';
import { agencyId } from '../builders/ids';

describe('isGroup', () => {
  it('is B to F: neither the summary nor how to reach the referrer is a matter of consent', () => {
    expect(SECTIONS.filter(isGroup)).toEqual([...GROUPS]);
    expect(SECTIONS.filter(section => !isGroup(section))).toEqual(['summary', 'contact']);
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
