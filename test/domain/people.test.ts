import { hasRole, isActive, keepsIdentities } from '../../src/domain/people';
import { day } from '../builders/ids';
import { aCoordinator, aMember } from '../builders/people';

describe('isActive', () => {
  it('is everybody who has not been removed', () => {
    expect(isActive(aMember())).toBe(true);
    expect(isActive(aMember({ removedOn: day('2026-12-04') }))).toBe(false);
  });
});

describe('hasRole', () => {
  it('is one of the roles someone holds', () => {
    const both = aCoordinator({ roles: ['coordinator', 'admin'] });

    expect([hasRole(both, 'admin'), hasRole(both, 'coordinator'), hasRole(both, 'member')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('keepsIdentities', () => {
  const [one, other] = [
    { tenantId: 'kommune', objectId: '1' },
    { tenantId: 'helse', objectId: '1' },
  ];
  const both = aMember({ identities: [one, other] });

  it('is true for the same in any order, and for more', () => {
    expect(keepsIdentities(both, aMember({ identities: [other, one] }))).toBe(true);
    expect(keepsIdentities(aMember({ identities: [one] }), both)).toBe(true);
  });

  it('is false when one was taken away or replaced, by either half of it', () => {
    const replaced = aMember({ identities: [one, { tenantId: 'helse', objectId: '2' }] });

    expect(keepsIdentities(both, aMember({ identities: [one] }))).toBe(false);
    expect(keepsIdentities(both, replaced)).toBe(false);
    expect(keepsIdentities(aMember({ identities: [one] }), aMember({ identities: [other] }))).toBe(false);
  });
});
