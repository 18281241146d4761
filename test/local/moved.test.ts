import { type Instant } from '../../src/domain/time';
import { moved } from '../../src/local/moved';
import { instant } from '../builders/ids';

describe('moved', () => {
  it.each<[string, string, string]>([
    ['2026-12-04T11:00', 'PT1H', '2026-12-04T12:00'],
    ['2026-12-04T11:00', 'P1W', '2026-12-11T11:00'],
    ['2026-03-28T11:00', 'P1D', '2026-03-29T10:00'],
    ['2026-03-28T11:00', 'PT24H', '2026-03-29T11:00'],
    ['2026-10-24T10:00', 'P1D', '2026-10-25T11:00'],
  ])('%s and %s is %s', (from, duration, to) => {
    expect(moved(instant(from), duration)).toBe(instant(to));
  });

  it.each(['', 'tomorrow', '1D', 'P', 'P1D; rm'])('throws on %j', duration => {
    const from: Instant = instant('2026-12-04T11:00');

    expect(() => moved(from, duration)).toThrow();
  });
});
