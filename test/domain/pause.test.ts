import { CASE_STATES, isEnded } from '../../src/domain/case';
import { isPaused, latestPause, pause, resume } from '../../src/domain/pause';
import { aCase } from '../builders/cases';
import { day, meetingId } from '../builders/ids';

const TODAY = day('2026-12-04');
const MEETING = { id: meetingId(), on: day('2026-12-09') };
const until = (text: string) => ({ until: day(text), today: TODAY });

describe('pause', () => {
  it.each([
    ['2026-12-04', false],
    ['2026-12-05', true],
    ['2027-12-04', true],
    ['2027-12-05', false],
  ])('may last to %s: %s', (text, fits) => {
    const paused = pause(aCase(), until(text));

    expect(paused.ok ? undefined : paused.error.kind).toBe(fits ? undefined : 'past-date');
  });

  it.each(CASE_STATES)('asks of a case in %s that it is open', state => {
    expect(pause(aCase({ state }), until('2027-03-01')).ok).toBe(!isEnded({ state }));
  });

  it('takes the case off an agenda that comes before its day, and off no other', () => {
    const kase = aCase({ state: 'awaiting-consent', meetingId: MEETING.id });
    const elsewhere = aCase({ state: 'active', meetingId: meetingId('2026-10-06') });

    const [off, still, other] = [
      pause(kase, { ...until('2026-12-10'), meeting: MEETING }),
      pause(kase, { ...until('2026-12-09'), meeting: MEETING }),
      pause(elsewhere, { ...until('2027-03-01'), meeting: MEETING }),
    ];

    expect(off).toMatchObject({ ok: true, value: { pausedUntil: '2026-12-10' } });
    expect(off.ok && 'meetingId' in off.value).toBe(false);
    expect(still).toMatchObject({ ok: true, value: { meetingId: MEETING.id } });
    expect(other).toMatchObject({ ok: true, value: { meetingId: meetingId('2026-10-06') } });
  });
});

describe('resume', () => {
  it('forgets the day', () => {
    const resumed = resume(aCase({ pausedUntil: day('2027-03-01') }));

    expect(resumed).toEqual({ ok: true, value: aCase() });
  });

  it('is refused for a case that does not wait, and for one that has ended', () => {
    expect(resume(aCase()).ok).toBe(false);
    expect(resume(aCase({ state: 'concluded', pausedUntil: day('2027-03-01') })).ok).toBe(false);
  });
});

describe('isPaused', () => {
  it('is over on the day itself', () => {
    const kase = aCase({ pausedUntil: TODAY });

    expect(isPaused(kase, day('2026-12-03'))).toBe(true);
    expect(isPaused(kase, TODAY)).toBe(false);
    expect(isPaused(aCase(), TODAY)).toBe(false);
  });
});

describe('latestPause', () => {
  it('is a year ahead', () => {
    expect(latestPause(TODAY)).toBe('2027-12-04');
  });
});
