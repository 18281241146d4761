import fc from 'fast-check';
import {
  DIGEST_TIME,
  hasReached,
  isForAgenda,
  type Ladder,
  nextCollection,
  nextReminder,
  reminderAfter,
  ringingDays,
  USUAL_LADDER,
} from '../../src/domain/ladder';
import { type Instant, isWorkingDay, type LocalDate, plusDays, plusMs } from '../../src/domain/time';
import { someDay, someHolidays } from '../builders/arbitraries';
import { aCalendar } from '../builders/calendar';
import { day, instant } from '../builders/ids';

type Over = { readonly holidays?: readonly LocalDate[]; readonly ladder?: Partial<Ladder> };
const laddered = ({ holidays = [], ladder = {} }: Over = {}) => ({
  calendar: aCalendar(holidays),
  programme: { reminders: { ...USUAL_LADDER, ...ladder } },
});

const LONG_AGO = instant('2000-01-01T00:00');
/** Every moment a task is looked at, each found from the one before. */
const climb = (due: LocalDate, over: Over = {}): readonly Instant[] => {
  const on = laddered(over);
  const after = (at: Instant | undefined): readonly Instant[] =>
    at === undefined ? [] : [at, ...after(reminderAfter(due, on.calendar.dayOf(at), on))];
  return after(nextReminder(due, LONG_AGO, on));
};
const daysOf = (due: LocalDate, over: Over = {}): readonly LocalDate[] =>
  climb(due, over).map(at => aCalendar().dayOf(at));

const someLadder = (): fc.Arbitrary<Ladder> =>
  fc
    .record(
      {
        ownerBefore: fc.integer({ min: 0, max: 8 }),
        ownerOn: fc.boolean(),
        standInAfter: fc.integer({ min: 1, max: 8 }),
        coordinatorAfter: fc.integer({ min: 1, max: 12 }),
        agendaAfter: fc.integer({ min: 1, max: 12 }),
      },
      { noNullPrototype: true },
    )
    .map(ladder => ({ ...ladder, coordinatorAfter: Math.max(ladder.standInAfter, ladder.coordinatorAfter) }));

describe('ringingDays', () => {
  it('are two working days before, the day, the day after and five working days after', () => {
    expect(ringingDays(day('2026-12-11'), laddered())).toEqual([
      '2026-12-09',
      '2026-12-11',
      '2026-12-14',
      '2026-12-18',
    ]);
  });

  it('climb around Christmas', () => {
    const holidays = ['2026-12-24', '2026-12-25', '2027-01-01'].map(day);

    expect(ringingDays(day('2026-12-28'), laddered({ holidays }))).toEqual([
      '2026-12-22',
      '2026-12-28',
      '2026-12-29',
      '2027-01-05',
    ]);
  });

  it('are the programme’s own, where it has its own', () => {
    const ladder = { ownerBefore: 1, ownerOn: false, standInAfter: 2, coordinatorAfter: 3 };

    expect(ringingDays(day('2026-12-11'), laddered({ ladder }))).toEqual([
      '2026-12-10',
      '2026-12-15',
      '2026-12-16',
    ]);
    expect(ringingDays(day('2026-12-11'), laddered({ ladder: { ...ladder, ownerBefore: 0 } }))).toEqual([
      '2026-12-15',
      '2026-12-16',
    ]);
  });

  it('are one for what falls together: a date on a Saturday rings on Monday, with the day after', () => {
    expect(ringingDays(day('2026-12-12'), laddered())).toEqual(['2026-12-10', '2026-12-14', '2026-12-18']);
  });
});

describe('a climb', () => {
  /** Counted day by day, by hand. */
  const counted = (due: LocalDate, rung: number, holidays: readonly LocalDate[]): LocalDate => {
    const calendar = aCalendar(holidays);
    const step = Math.sign(rung);
    let [at, left] = [due, Math.abs(rung)];
    while (left > 0) {
      at = plusDays(at, step);
      if (isWorkingDay(at, calendar)) left -= 1;
    }
    while (!isWorkingDay(at, calendar)) at = plusDays(at, 1);
    return at;
  };

  it('takes every rung of any ladder once, on a working day, and never two on one day', () => {
    fc.assert(
      fc.property(
        someDay('2026-01-10', '2027-05-01'),
        someHolidays(),
        someLadder(),
        (due, holidays, ladder) => {
          const days = daysOf(due, { holidays, ladder });
          const { ownerBefore, ownerOn, standInAfter, coordinatorAfter } = ladder;
          const rungs = [
            ...(ownerBefore > 0 ? [-ownerBefore] : []),
            ...(ownerOn ? [0] : []),
            ...[standInAfter, coordinatorAfter],
          ];

          expect(days).toEqual([...new Set(days)].toSorted());
          expect(days.filter(one => !isWorkingDay(one, aCalendar(holidays)))).toEqual([]);
          expect(new Set(days)).toEqual(new Set(rungs.map(rung => counted(due, rung, holidays))));
        },
      ),
    );
  });

  it('is looked at before the first hour of the day, in winter as in summer', () => {
    expect(climb(day('2026-03-30'))).toEqual([
      instant('2026-03-26T04:00'),
      instant('2026-03-30T03:00'),
      instant('2026-03-31T03:00'),
      instant('2026-04-06T03:00'),
    ]);
  });
});

describe('nextReminder', () => {
  const due = day('2026-12-11');

  it('takes up, at once, the rung of a morning that has not been', () => {
    const morning = aCalendar().at(day('2026-12-18'), DIGEST_TIME);

    expect(nextReminder(due, plusMs(morning, -1), laddered())).toBe(instant('2026-12-18T04:00'));
    expect(nextReminder(due, morning, laddered())).toBeUndefined();
  });

  it('begins where it stands for a task that is already late', () => {
    expect(nextReminder(due, instant('2026-12-14T08:00'), laddered())).toBe(instant('2026-12-18T04:00'));
  });
});

describe('hasReached', () => {
  const due = day('2026-12-11');
  const first = (step: 'owner' | 'stand-in' | 'coordinator', ladder: Partial<Ladder> = {}) =>
    Array.from({ length: 30 }, (_, days) => plusDays(day('2026-12-01'), days)).find(today =>
      hasReached(step, { due, today }, laddered({ ladder })),
    );

  it.each([
    ['owner', '2026-12-09'],
    ['stand-in', '2026-12-14'],
    ['coordinator', '2026-12-18'],
  ] as const)('lets the %s hear from %s', (step, on) => {
    expect(first(step)).toBe(on);
  });

  it('lets an owner who is told neither before nor on the day hear with the stand-in', () => {
    expect(first('owner', { ownerBefore: 0 })).toBe('2026-12-11');
    expect(first('owner', { ownerBefore: 0, ownerOn: false, standInAfter: 2 })).toBe('2026-12-15');
  });

  it('has been reached by every day on which its rung rings, for any ladder', () => {
    fc.assert(
      fc.property(
        someDay('2026-01-10', '2027-05-01'),
        someHolidays(),
        someLadder(),
        (at, holidays, ladder) => {
          const on = laddered({ holidays, ladder });
          const days = ringingDays(at, on);

          expect(days.every(today => hasReached('owner', { due: at, today }, on))).toBe(true);
          expect(hasReached('coordinator', { due: at, today: days.at(-1) ?? at }, on)).toBe(true);
        },
      ),
    );
  });
});

describe('isForAgenda', () => {
  it('is what is late today and long late on the day of the meeting', () => {
    const on = day('2026-12-18');
    const asked = (today: string, agendaAfter = 5) =>
      isForAgenda({ due: day('2026-12-11'), today: day(today), on }, laddered({ ladder: { agendaAfter } }));

    expect([asked('2026-12-11'), asked('2026-12-12'), asked('2026-12-12', 6)]).toEqual([false, true, false]);
  });
});

describe('nextCollection', () => {
  it.each([
    ['before the morning, the same day', '2026-12-04T03:59', '2026-12-04T04:00'],
    ['once it has come, the next working day', '2026-12-04T04:00', '2026-12-07T04:00'],
    ['on a day off, the working day after', '2026-12-05T12:00', '2026-12-07T04:00'],
  ])('is %s', (_, after, expected) => {
    expect(nextCollection(instant(after), aCalendar())).toBe(instant(expected));
  });
});
