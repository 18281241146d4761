import { markOfAttendance } from '../../src/domain/attendance';
import fc from 'fast-check';
import { missingPartners } from '../../src/domain/attendance';
import { changeAttendance, endMeeting, type Meeting, startMeeting } from '../../src/domain/meeting';
import { deadlineFor, heldOn, lastMeetingDay, nextMeetingDay } from '../../src/domain/series';
import { PARTNERS } from '../../src/domain/people';
import { WRONG_STATE } from '../../src/domain/refusal';
import { daysBetween, isWorkingDay, type LocalDate, plusDays, weekdayOf } from '../../src/domain/time';
import { someDay, someHolidays } from '../builders/arbitraries';
import { aCalendar } from '../builders/calendar';
import { agencyId, day, instant, NOON, personId, seatId } from '../builders/ids';
import { aMeeting, aProgramme, aRunningMeeting } from '../builders/meetings';

const attended = (...present: readonly string[]) => ({
  present: present.map(seatId),
  standIns: [],
  confidentialityReadBy: personId('moteleder'),
});
const ended = (): Meeting => {
  const done = endMeeting(aRunningMeeting(), NOON);
  if (!done.ok) throw new Error('a running meeting can end');
  return done.value;
};
const WRONG = { ok: false, error: WRONG_STATE };

describe('heldOn', () => {
  it('moves a meeting that falls on a public holiday to the next working day', () => {
    const calendar = aCalendar(['2026-12-23', '2026-12-24', '2026-12-25'].map(day));

    expect(heldOn(day('2026-12-23'), calendar)).toBe('2026-12-28');
    expect(heldOn(day('2026-12-22'), calendar)).toBe('2026-12-22');
  });
});

describe('nextMeetingDay', () => {
  const programme = aProgramme({ anchor: day('2026-11-25') });
  const next = (from: string, ...holidays: readonly string[]) =>
    nextMeetingDay(programme, day(from), aCalendar(holidays.map(day)));

  it('is every fourteenth day from the first meeting', () => {
    expect(next('2026-11-25')).toBe('2026-11-25');
    expect(next('2026-11-26')).toBe('2026-12-09');
    expect(next('2026-12-09')).toBe('2026-12-09');
    expect(next('2026-12-10')).toBe('2026-12-23');
  });

  it('is the first meeting for any day before it', () => {
    expect(next('2026-11-24')).toBe('2026-11-25');
    expect(next('2024-01-01')).toBe('2026-11-25');
  });

  it('is still the meeting a holiday has moved, on the holiday and on the day it moved to', () => {
    expect(next('2026-12-09', '2026-12-09')).toBe('2026-12-10');
    expect(next('2026-12-10', '2026-12-09')).toBe('2026-12-10');
    expect(next('2026-12-11', '2026-12-09')).toBe('2026-12-23');
  });

  it('goes back to its weekday after a meeting that was moved', () => {
    expect(next('2026-12-11', '2026-12-09')).toBe('2026-12-23');
    expect(weekdayOf(next('2026-12-11', '2026-12-09'))).toBe(weekdayOf(programme.anchor));
  });

  const someSeries = () =>
    fc.tuple(someDay('2026-01-01', '2026-06-30'), someDay('2025-12-01', '2027-06-01'), someHolidays());

  it('is never before the day asked about, and always a working day', () => {
    fc.assert(
      fc.property(someSeries(), ([anchor, from, holidays]) => {
        const calendar = aCalendar(holidays);

        const found = nextMeetingDay(aProgramme({ anchor }), from, calendar);

        expect(found >= from).toBe(true);
        expect(isWorkingDay(found, calendar)).toBe(true);
      }),
    );
  });

  /** The series written out from its first meeting, by nothing but counting. */
  const series = (anchor: LocalDate, holidays: readonly LocalDate[]): readonly LocalDate[] =>
    Array.from({ length: 60 }, (_, n) => {
      const planned = plusDays(anchor, n * 14);
      const tries = Array.from({ length: 60 }, (__, days) => plusDays(planned, days));
      return tries.find(one => weekdayOf(one) < 6 && !holidays.includes(one)) ?? planned;
    });

  it('is the first of the series, written out, that is not before the day asked about', () => {
    fc.assert(
      fc.property(someSeries(), ([anchor, from, holidays]) => {
        const found = nextMeetingDay(aProgramme({ anchor }), from, aCalendar(holidays));

        expect(found).toBe(series(anchor, holidays).find(one => one >= from));
      }),
    );
  });

  it('leaves out no meeting when asked for the one after each', () => {
    fc.assert(
      fc.property(someDay('2026-01-01', '2026-06-30'), someHolidays(), (anchor, holidays) => {
        const calendar = aCalendar(holidays);
        const after = (one: LocalDate) => nextMeetingDay(aProgramme({ anchor }), plusDays(one, 1), calendar);

        const first = nextMeetingDay(aProgramme({ anchor }), anchor, calendar);
        const found = Array.from({ length: 19 }).reduce<readonly LocalDate[]>(
          days => [...days, after(days.at(-1) ?? first)],
          [first],
        );

        expect(found).toEqual(series(anchor, holidays).slice(0, 20));
      }),
      { numRuns: 50 },
    );
  });
});

describe('deadlineFor', () => {
  it.each([
    ['2026-12-07', '2026-12-03'],
    ['2026-12-09', '2026-12-03'],
    ['2026-12-10', '2026-12-03'],
    ['2026-12-13', '2026-12-03'],
    ['2026-12-14', '2026-12-10'],
    ['2027-01-01', '2026-12-24'],
  ])('of a meeting on %s is noon in Bergen on Thursday %s', (on, thursday) => {
    const deadline = deadlineFor(day(on), aCalendar());

    expect(deadline).toBe(instant(`${thursday}T11:00`));
  });

  it('is noon on the wall clock in summer too', () => {
    expect(deadlineFor(day('2026-07-01'), aCalendar())).toBe(instant('2026-06-25T10:00'));
  });

  it('is a Thursday in the week before, whatever day the meeting is on', () => {
    const calendar = aCalendar();

    fc.assert(
      fc.property(someDay(), on => {
        const thursday = calendar.dayOf(deadlineFor(on, calendar));

        const monday = plusDays(on, 1 - weekdayOf(on));
        expect(weekdayOf(thursday)).toBe(4);
        expect(daysBetween(thursday, monday)).toBe(4);
      }),
    );
  });
});

describe('missingPartners', () => {
  it('is nobody when each partner has a seat present', () => {
    expect(missingPartners(attended('sosial', 'dps', 'politi'), aProgramme())).toEqual([]);
  });

  it.each([
    ['sosial', ['helse', 'politi']],
    ['dps', ['kommune', 'politi']],
    ['politi', ['kommune', 'helse']],
  ])('is the other two when only %s is there', (seat, missing) => {
    expect(missingPartners(attended(seat), aProgramme())).toEqual(missing);
  });

  it('is everybody when nobody came, or only a seat the programme does not have', () => {
    expect(missingPartners(attended(), aProgramme())).toEqual(PARTNERS);
    expect(missingPartners(attended('ukjent'), aProgramme())).toEqual(PARTNERS);
  });

  it('counts no partner for a seat whose agency is gone from the programme', () => {
    const { agencies } = aProgramme();
    const programme = aProgramme({
      agencies: agencies.filter(({ id }) => id !== agencyId('innsatsgruppen')),
    });

    expect(missingPartners(attended('sosial', 'dps', 'politi'), programme)).toEqual(['politi']);
  });
});

const ON_THE_DAY = { at: NOON, today: day('2026-12-09') };
const CHANGED = { ok: false, error: { kind: 'changed-meanwhile' } };

describe('startMeeting', () => {
  it('starts a meeting whose agenda is published, with who is there', () => {
    const meeting = aMeeting({ publishedAt: NOON });

    const started = startMeeting(meeting, attended('sosial'), ON_THE_DAY);

    expect(started).toEqual({
      ok: true,
      value: { ...meeting, state: 'running', attendance: attended('sosial'), startedAt: NOON },
    });
  });

  it.each([
    ['not published', aMeeting()],
    ['ended', ended()],
  ])('does not start one that is %s', (_, meeting) => {
    expect(startMeeting(meeting, attended(), ON_THE_DAY)).toEqual(WRONG);
  });

  it('does not start one that somebody else has, nor one before its day', () => {
    const early = { at: NOON, today: day('2026-12-08') };

    expect(startMeeting(aRunningMeeting(), attended(), ON_THE_DAY)).toEqual(CHANGED);
    expect(startMeeting(aMeeting({ publishedAt: NOON }), attended(), early)).toEqual({
      ok: false,
      error: { kind: 'too-early' },
    });
  });
});

describe('changeAttendance', () => {
  const running = aRunningMeeting();
  const seen = markOfAttendance(running.attendance);
  const other = { ...attended('politi'), confidentialityReadBy: personId('koordinator') };

  it('changes who is there while the meeting runs, and not who read the text out', () => {
    const { confidentialityReadBy } = running.attendance;

    expect(changeAttendance(running, other, seen)).toEqual({
      ok: true,
      value: { ...running, attendance: { ...other, confidentialityReadBy } },
    });
  });

  it('does not over another attendance than was seen', () => {
    expect(changeAttendance(running, other, markOfAttendance(other))).toEqual(CHANGED);
  });

  it.each([
    ['planned', aMeeting({ publishedAt: NOON })],
    ['ended', ended()],
  ])('does not when it is %s', (_, meeting) => {
    expect(changeAttendance(meeting, attended('politi'), seen)).toEqual(WRONG);
  });
});

describe('endMeeting', () => {
  it('ends a meeting that runs, and keeps who was there', () => {
    expect(endMeeting(aRunningMeeting(), NOON)).toEqual({
      ok: true,
      value: { ...aRunningMeeting(), state: 'ended', endedAt: NOON },
    });
  });

  it.each([
    ['planned', aMeeting({ publishedAt: NOON })],
    ['ended', ended()],
  ])('does not end one that is %s', (_, meeting) => {
    expect(endMeeting(meeting, NOON)).toEqual(WRONG);
  });
});

describe('lastMeetingDay', () => {
  const programme = aProgramme({ anchor: day('2026-12-01') });

  it('is none before the series began, nor on its first day', () => {
    expect(lastMeetingDay(programme, day('2026-11-20'), aCalendar())).toBeUndefined();
    expect(lastMeetingDay(programme, day('2026-12-01'), aCalendar())).toBeUndefined();
  });

  it('is the fortnight before on a meeting day, and that day from the morrow on', () => {
    expect(lastMeetingDay(programme, day('2026-12-15'), aCalendar())).toBe('2026-12-01');
    expect(lastMeetingDay(programme, day('2026-12-16'), aCalendar())).toBe('2026-12-15');
  });
});
