import { hasRole, isActive } from '../../src/domain/people';
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
