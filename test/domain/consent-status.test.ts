import { consentMark, consentStatus, hasConsent, hasLapsed, isAsSeen } from '../../src/domain/consent-status';
import { CASE_STATES } from '../../src/domain/case';
import { aCase, aConsent } from '../builders/cases';
import { day } from '../builders/ids';

const consent = aConsent({ givenOn: day('2026-12-04'), until: day('2027-06-04') });

describe('consentStatus', () => {
  it.each([
    ['submitted', '2026-12-10', 'early'],
    ['ready-for-review', '2027-06-04', 'early'],
    ['deferred', '2027-06-05', 'expired'],
    ['mapping', '2026-12-03', 'early'],
    ['mapping', '2026-12-04', 'in-force'],
    ['active', '2027-06-04', 'in-force'],
    ['active', '2027-06-05', 'expired'],
    ['consent-expired', '2027-06-05', 'expired'],
    ['consent-expired', '2027-01-01', 'expired'],
  ] as const)('of a case that is %s is on %s %s', (state, today, status) => {
    expect(consentStatus(aCase({ state, consent }), day(today))).toBe(status);
  });

  it.each(CASE_STATES)('is none exactly where there is no consent: %s', state => {
    const kase = aCase({ state });

    expect(consentStatus(kase, day('2026-12-10')) === 'none').toBe(!hasConsent(kase));
  });
});

describe('hasLapsed', () => {
  it.each([
    ['active', '2027-06-05', true],
    ['active', '2027-06-04', false],
    ['ready-for-review', '2027-06-05', false],
    ['consent-expired', '2027-06-05', false],
  ] as const)('of a case that is %s is on %s %s', (state, today, lapsed) => {
    expect(hasLapsed(aCase({ state, consent }), day(today))).toBe(lapsed);
  });
});

describe('isAsSeen', () => {
  it('is so while no other consent has come since the card was drawn', () => {
    const seen = aCase({ consents: 1 });

    expect(isAsSeen(seen, consentMark(seen))).toBe(true);
    expect(isAsSeen(aCase({ consents: 2 }), consentMark(seen))).toBe(false);
    expect(isAsSeen(seen, '')).toBe(false);
  });

  it('compares nothing for who has looked at nothing', () => {
    expect(isAsSeen(aCase({ consents: 2 }), undefined)).toBe(true);
  });
});
