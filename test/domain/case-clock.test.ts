import { nextCaseClock } from '../../src/domain/case-clock';
import { plusMs } from '../../src/domain/time';
import { aCalendar } from '../builders/calendar';
import { aCase, aConsent, aSharing } from '../builders/cases';
import { day, instant, NOON } from '../builders/ids';

const calendar = aCalendar();
const DAY_14 = instant('2026-12-18T07:00');
const MIDNIGHT = instant('2026-12-10T23:00');
const ENDS = aConsent({ until: day('2026-12-10') });

describe('nextCaseClock', () => {
  it('is the earliest of all that runs', () => {
    const sharing = aSharing({ until: plusMs(NOON, 1_000) });
    const kase = aCase({ state: 'mapping', consent: ENDS, sharings: [sharing] });

    expect(nextCaseClock(kase, NOON, calendar)).toBe(sharing.until);
    expect(nextCaseClock({ ...kase, sharings: [] }, NOON, calendar)).toBe(MIDNIGHT);
    expect(nextCaseClock(aCase({ informed: 'no-contact' }), NOON, calendar)).toBe(DAY_14);
  });

  it('lies strictly after, and nowhere when nothing runs', () => {
    const kase = aCase({ state: 'active', consent: ENDS });

    expect(nextCaseClock(kase, plusMs(MIDNIGHT, -1), calendar)).toBe(MIDNIGHT);
    expect(nextCaseClock(kase, MIDNIGHT, calendar)).toBeUndefined();
    expect(nextCaseClock(aCase(), NOON, calendar)).toBeUndefined();
  });
});
