import { osloCalendar } from '../../../src/calendar';
import { instantOf } from '../../../src/domain/time';
import { untilMorning } from '../../../src/local/landing/clock';

describe('untilMorning', () => {
  it.each([
    ['later the same day', '2026-12-04T06:00:00Z', 'PT1H30M'],
    ['the next day from 08.30 itself', '2026-12-03T07:30:00Z', 'PT24H0M'],
    ['Monday from a Friday', '2026-12-04T09:00:00Z', 'PT70H30M'],
    ['Monday from a Saturday', '2026-12-05T07:30:00Z', 'PT48H0M'],
    ['past a public holiday', '2026-04-30T08:00:00Z', 'PT94H30M'],
    ['an hour less when the clocks go forward on the way', '2026-03-27T08:30:00Z', 'PT70H0M'],
    ['rounded up to the minute', '2026-12-04T07:29:30Z', 'PT0H1M'],
  ])('is %s', (_name, now, duration) => {
    expect(untilMorning(instantOf(new Date(now)), osloCalendar())).toBe(duration);
  });
});
