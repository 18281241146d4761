import { takenUp } from '../../src/domain/taken-up';
import { aCase } from '../builders/cases';
import { day } from '../builders/ids';

describe('takenUp', () => {
  it('is the last day a meeting spoke of it', () => {
    const once = takenUp(aCase({ state: 'active' }), day('2026-11-25'));
    const twice = takenUp(once, day('2026-12-09'));

    expect([once.takenUpOn, twice.takenUpOn]).toEqual(['2026-11-25', '2026-12-09']);
  });

  it.each(['2026-11-25', '2026-12-09'])('is left as it was by %s, which is no later', on => {
    const kase = aCase({ state: 'active', takenUpOn: day('2026-12-09') });

    expect(takenUp(kase, day(on))).toBe(kase);
  });
});
