import fc from 'fast-check';
import { meetingIdOn } from '../../src/domain/ids';
import { type PlannedMeeting } from '../../src/domain/meeting';
import { moveMeeting } from '../../src/domain/meeting-changes';
import {
  checkMeeting,
  isRearranged,
  mayChair,
  type MeetingValues,
  type WantedMeeting,
} from '../../src/domain/meeting-form';
import { nextMeetingDay } from '../../src/domain/series';
import {
  type Calendar,
  type Instant,
  isWorkingDay,
  type LocalDate,
  plusDays,
  weekdayOf,
} from '../../src/domain/time';
import { aCalendar } from '../builders/calendar';
import { day, instant, NOON, personId } from '../builders/ids';
import { aMeeting, aProgramme } from '../builders/meetings';
import { aCoordinator, aMember, aPerson } from '../builders/people';

const HOLIDAY = day('2026-12-11');
const calendar = aCalendar([HOLIDAY]);
const people = [
  aMember(),
  aCoordinator(),
  aMember({ id: personId('sluttet'), removedOn: day('2026-12-01') }),
];
const AS_IT_IS = {
  ...{ day: '2026-12-09', time: '09:00', place: 'Møterom 1', link: '' },
  ...{ length: '90', chair: 'moteleder' },
};
type More = { readonly meeting?: PlannedMeeting; readonly now?: Instant };
const check = (values: MeetingValues, { meeting = aMeeting(), now = NOON }: More = {}) =>
  checkMeeting(
    { ...AS_IT_IS, ...values },
    { meeting, bounds: { after: day('2026-11-25'), before: day('2026-12-23') }, now, calendar, people },
  );
const problemsOf = (values: MeetingValues, more: More = {}) => {
  const checked = check(values, more);
  return checked.ok ? [] : checked.error.map(({ field, problem }) => `${field}: ${problem}`);
};
const wantedFrom = (values: MeetingValues): WantedMeeting => {
  const checked = check(values);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
};

describe('checkMeeting', () => {
  it('reads the wall clock of Bergen, in winter and in summer', () => {
    const summer = checkMeeting(
      { ...AS_IT_IS, day: '2027-06-21', time: '10:15' },
      {
        ...{ meeting: aMeeting(), bounds: { before: day('2027-07-01') }, now: NOON },
        ...{ calendar, people },
      },
    );

    expect(wantedFrom({ day: ' 2026-12-14 ', time: '10:15' })).toEqual({
      ...{ on: '2026-12-14', startsAt: '2026-12-14T09:15:00.000Z', chair: 'moteleder' },
      ...{ place: 'Møterom 1', link: undefined, lengthMinutes: 90 },
    });
    expect(summer).toMatchObject({ value: { startsAt: '2027-06-21T08:15:00.000Z' } });
  });

  it.each<[string, MeetingValues]>([
    ['day: not-a-day', { day: 'neste tirsdag' }],
    ['day: not-a-day', { day: '2026-13-40' }],
    ['day: not-a-day', { day: '' }],
    ['day: past', { day: '2026-12-03' }],
    ['day: weekend', { day: '2026-12-12' }],
    ['day: weekend', { day: '2026-12-13' }],
    ['day: holiday', { day: HOLIDAY }],
    ['day: beside-another', { day: '2026-12-23' }],
    ['day: beside-another', { day: '2027-01-04' }],
    ['time: not-a-time', { time: 'halv ti' }],
    ['time: not-a-time', { time: '24:00' }],
    ['time: not-a-time', { time: '9.30' }],
    ['time: past', { day: '2026-12-04', time: '12:00' }],
    ['place: missing', { place: '  ' }],
    ['place: too-long', { place: 'x'.repeat(201) }],
    ['place: holds-number', { place: 'Rom 01019012345' }],
    ['link: not-https', { link: 'http://moete.example' }],
    ['link: not-https', { link: 'javascript:alert(1)' }],
    ['link: not-https', { link: 'https://moete.example/a b' }],
    ['link: not-https', { link: 'https://moete.example/[x](https://y)' }],
    ['link: not-https', { link: 'https://teams.microsoft.com@ond.example' }],
    ['link: not-https', { link: 'https://' }],
    ['link: not-https', { link: 'møterom' }],
    ['link: too-long', { link: `https://moete.example/${'x'.repeat(500)}` }],
    ['link: holds-number', { link: 'https://moete.example/01019012345' }],
    ['length: not-minutes', { length: '' }],
    ['length: not-minutes', { length: '14' }],
    ['length: not-minutes', { length: '481' }],
    ['length: not-minutes', { length: 'en time' }],
    ['length: not-minutes', { length: '1e2' }],
    ['chair: not-a-chair', { chair: '' }],
    ['chair: not-a-chair', { chair: 'Medlem' }],
    ['chair: not-a-chair', { chair: 'sluttet' }],
    ['chair: not-a-chair', { chair: 'innmelder' }],
  ])('finds %s', (found, values) => {
    expect(problemsOf(values)).toEqual([found]);
  });

  it('judges the day by the day before, where there is one', () => {
    const first = { meeting: aMeeting({ on: day('2026-12-14') }), now: instant('2026-11-02T08:00') };

    expect(problemsOf({ day: '2026-11-25' }, first)).toEqual(['day: beside-another']);
    expect(
      checkMeeting(
        { ...AS_IT_IS, day: '2026-11-25' },
        { ...first, bounds: { before: day('2026-12-23') }, calendar, people },
      ),
    ).toMatchObject({ ok: true });
  });

  it('tells of every field that is wrong, in their order', () => {
    const wrong = problemsOf({ day: '', time: '', place: '', length: '', chair: '', link: 'x' });

    expect(wrong).toEqual([
      ...['day: not-a-day', 'time: not-a-time', 'link: not-https'],
      ...['length: not-minutes', 'chair: not-a-chair'],
    ]);
  });

  it('does not judge a day and an hour again that were not touched', () => {
    const late = { now: instant('2026-12-10T08:00') };
    const onHoliday = { meeting: aMeeting({ on: HOLIDAY, startsAt: instant('2026-12-11T08:00') }) };

    expect([problemsOf({}, late), problemsOf({ day: HOLIDAY }, onHoliday)]).toEqual([[], []]);
  });

  it('misses the day, the hour and the length in a form without fields', () => {
    const bounds = { after: day('2026-11-25'), before: day('2026-12-23') };

    const checked = checkMeeting({}, { meeting: aMeeting(), bounds, now: NOON, calendar, people });

    expect(checked.ok).toBe(false);
  });

  it('takes a link alone, in the length of Teams’ own', () => {
    const link = `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${'x'.repeat(200)}%40thread.v2/0?context=%7b%22Tid%22%7d`;

    expect(wantedFrom({ place: '', link })).toMatchObject({ place: '', link });
  });

  it('lets whoever chairs it stay, and names those who take part', () => {
    expect(['moteleder', 'medlem-dps', 'koordinator'].map(chair => wantedFrom({ chair }).chair)).toEqual([
      ...['moteleder', 'medlem-dps', 'koordinator'],
    ]);
  });

  it('never gives a day that is a weekend, a holiday, past, or another meeting’s', () => {
    const anyDay = fc.integer({ min: 0, max: 120 }).map((n): LocalDate => plusDays(day('2026-10-01'), n));
    const holidays = fc.uniqueArray(anyDay, { maxLength: 8 });

    fc.assert(
      fc.property(holidays, anyDay, anyDay, (free, wanted, today) => {
        const about = { ...aCalendar(free), dayOf: () => today };
        const checked = checkMeeting(
          { ...AS_IT_IS, day: wanted },
          {
            meeting: aMeeting(),
            bounds: { after: day('2026-11-25'), before: day('2026-12-23') },
            ...{ now: instant(`${today}T00:00`), calendar: about, people },
          },
        );

        const isRight = [
          weekdayOf(wanted) <= 5,
          !free.includes(wanted),
          ...[wanted > '2026-11-25', wanted < '2026-12-23', wanted >= today],
        ].every(Boolean);
        expect(checked.ok).toBe(isRight || wanted === aMeeting().on);
      }),
    );
  });
});

/** The meeting at that place on the day somebody wants; undefined when it cannot be. */
const movedTo = (
  wanted: LocalDate,
  of: { readonly meetings: readonly PlannedMeeting[]; readonly place: number; readonly calendar: Calendar },
): PlannedMeeting | undefined => {
  const { meetings, place, calendar: about } = of;
  const [last, meeting, after] = [meetings[place - 1], meetings[place], meetings[place + 1]];
  if (meeting === undefined) return undefined;
  const bounds = { before: after?.on ?? day('2027-03-01'), ...(last && { after: last.on }) };
  const checked = checkMeeting(
    { ...AS_IT_IS, day: wanted },
    { meeting, bounds, now: instant('2026-11-01T08:00'), calendar: about, people },
  );
  const moved = checked.ok ? moveMeeting(meeting, checked.value) : checked;
  return moved.ok ? moved.value : undefined;
};

describe('a series of meetings', () => {
  const programme = aProgramme();
  const anyDay = fc.integer({ min: 0, max: 90 }).map((n): LocalDate => plusDays(day('2026-11-20'), n));
  const moves = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), anyDay), { maxLength: 20 });

  it('never has two on one day, nor one on a free day, and keeps what each is known by, whatever is moved', () => {
    fc.assert(
      fc.property(moves, fc.uniqueArray(anyDay, { maxLength: 10 }), (wishes, free) => {
        const about = aCalendar(free);
        const days = [0, 1, 2, 3, 4].reduce<readonly LocalDate[]>(
          known => [
            ...known,
            nextMeetingDay(programme, plusDays(known.at(-1) ?? day('2026-11-01'), 1), about),
          ],
          [],
        );
        const before = days.map(on =>
          aMeeting({ on, id: meetingIdOn(on), startsAt: about.at(on, programme.time) }),
        );

        const after = wishes.reduce((meetings, [place, wanted]) => {
          const moved = movedTo(wanted, { meetings, place, calendar: about });
          return moved === undefined ? meetings : meetings.with(place, moved);
        }, before);

        expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
        expect(new Set(after.map(({ on }) => on)).size).toBe(after.length);
        expect(after.every(({ on }) => isWorkingDay(on, about))).toBe(true);
        expect(after.map(({ on }) => on)).toEqual(after.map(({ on }) => on).toSorted());
      }),
    );
  });
});

describe('isRearranged', () => {
  const link = 'https://moete.example/1';
  const meeting = aMeeting({ link });
  const same = { ...meeting };

  it('is no when nothing of when and where is another, whoever chairs', () => {
    expect(isRearranged(meeting, { ...same, chair: personId('medlem-dps') })).toBe(false);
  });

  it.each<[string, Partial<WantedMeeting>]>([
    ['day', { on: day('2026-12-10') }],
    ['hour', { startsAt: NOON }],
    ['place', { place: 'Møterom 2' }],
    ['link', { link: undefined }],
    ['length', { lengthMinutes: 60 }],
  ])('is yes by another %s', (_, change) => {
    expect(isRearranged(meeting, { ...same, ...change })).toBe(true);
  });
});

describe('mayChair', () => {
  it('is for members and coordinators who are there', () => {
    expect([...people, aPerson()].map(mayChair)).toEqual([true, true, false, false]);
  });
});
