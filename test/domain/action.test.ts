import fc from 'fast-check';
import {
  kindOf,
  type Action,
  askNewDate,
  block,
  briefOf,
  cancel,
  complete,
  EARLY_TITLES,
  grantNewDate,
  isPending,
  nextReminder,
  titlesFor,
  withAction,
} from '../../src/domain/action';
import { ACTION_TITLES } from '../../src/domain/action-brief';
import { WRONG_STATE } from '../../src/domain/refusal';
import { type Instant, type LocalDate, plusDays, plusMs, weekdayOf } from '../../src/domain/time';
import { someDay, someHolidays } from '../builders/arbitraries';
import { aCalendar } from '../builders/calendar';
import { aCase, anAction, doneAction } from '../builders/cases';
import { inEveryState } from '../builders/every-state';
import { actionId, day, decisionId, instant, NOON, personId } from '../builders/ids';

const ASKED = { due: day('2027-01-15'), reason: 'no-contact', at: NOON } as const;
const open = anAction();
const blocked: Action = { ...anAction(), state: 'blocked', gap: 'housing' };
const cancelled: Action = { ...anAction(), state: 'cancelled' };
const PENDING: readonly (readonly [string, Action])[] = [
  ['open', open],
  ['blocked', blocked],
  ['open with a new date asked for', { ...open, asked: ASKED }],
  ['blocked with a new date asked for', { ...blocked, asked: ASKED }],
];
const SETTLED: readonly (readonly [string, Action])[] = [
  ['done', doneAction()],
  ['cancelled', cancelled],
];
const WRONG = { ok: false, error: WRONG_STATE };

describe('kindOf', () => {
  it('is a new measure only with the decision that recommends it', () => {
    expect(kindOf(anAction())).toBe('existing-service');
    expect(kindOf(anAction({ recommendedBy: decisionId() }))).toBe('new-measure');
  });
});

describe('isPending', () => {
  it('is what somebody still has to do', () => {
    expect(PENDING.map(([, action]) => isPending(action))).toEqual([true, true, true, true]);
    expect(SETTLED.map(([, action]) => isPending(action))).toEqual([false, false]);
  });
});

describe('complete', () => {
  it.each(PENDING)('settles a task that is %s, and forgets what it waited for', (_, action) => {
    expect(complete(action, { outcome: 'partly' }, NOON)).toEqual({
      ok: true,
      value: { ...anAction(), state: 'done', outcome: 'partly', doneAt: NOON },
    });
  });

  it.each(SETTLED)('refuses one that is %s', (_, action) => {
    expect(complete(action, { outcome: 'partly' }, NOON)).toEqual(WRONG);
  });
});

describe('askNewDate', () => {
  it.each(PENDING)('leaves the old date standing on a task that is %s', (_, action) => {
    expect(askNewDate(action, ASKED)).toEqual({ ok: true, value: { ...action, asked: ASKED } });
  });

  it.each(SETTLED)('refuses one that is %s', (_, action) => {
    expect(askNewDate(action, ASKED)).toEqual(WRONG);
  });
});

describe('block', () => {
  it.each(PENDING)('names the gap that stops a task that is %s, and keeps what was asked', (_, action) => {
    expect(block(action, 'capacity')).toEqual({
      ok: true,
      value: { ...action, state: 'blocked', gap: 'capacity' },
    });
  });

  it.each(SETTLED)('refuses one that is %s', (_, action) => {
    expect(block(action, 'capacity')).toEqual(WRONG);
  });
});

describe('grantNewDate', () => {
  it.each(PENDING)('opens a task that is %s again, with the new date and nothing asked', (_, action) => {
    expect(grantNewDate(action, day('2027-01-20'))).toEqual({
      ok: true,
      value: anAction({ due: day('2027-01-20') }),
    });
  });

  it.each(SETTLED)('refuses one that is %s', (_, action) => {
    expect(grantNewDate(action, day('2027-01-20'))).toEqual(WRONG);
  });
});

describe('cancel', () => {
  it.each(PENDING)('stops a task that is %s', (_, action) => {
    expect(cancel(action)).toEqual({ ok: true, value: cancelled });
  });

  it.each(SETTLED)('refuses one that is %s', (_, action) => {
    expect(cancel(action)).toEqual(WRONG);
  });
});

describe('titlesFor', () => {
  it('is the four neutral beginnings until there is a consent to work on', () => {
    const titles = inEveryState().map(kase => [kase.state, titlesFor(kase).length] as const);

    const all = titles.filter(([, count]) => count === ACTION_TITLES.length - 1).map(([state]) => state);
    expect(all).toEqual(['mapping', 'active']);
    expect(titlesFor(aCase())).toEqual([
      'follow-up-consent',
      'settle-responsible',
      'arrange-meeting',
      'gather-information',
    ]);
    expect(ACTION_TITLES).toEqual(expect.arrayContaining([...EARLY_TITLES]));
  });

  it('never offers the one that follows up an incident: it comes with the incident', () => {
    expect(inEveryState().flatMap(titlesFor)).not.toContain('follow-up-incident');
  });
});

describe('nextReminder', () => {
  const ladder = (due: LocalDate, holidays: readonly LocalDate[] = []): readonly Instant[] => {
    const calendar = aCalendar(holidays);
    const climb = (after: Instant): readonly Instant[] => {
      const at = nextReminder(due, after, calendar);
      return at === undefined ? [] : [at, ...climb(at)];
    };
    return climb(instant('2000-01-01T00:00'));
  };

  it('rings two working days before, on the day, the day after and five working days after', () => {
    expect(ladder(day('2026-12-11'))).toEqual([
      instant('2026-12-09T07:30'),
      instant('2026-12-11T07:30'),
      instant('2026-12-14T07:30'),
      instant('2026-12-18T07:30'),
    ]);
  });

  it('climbs around Christmas', () => {
    const christmas = ['2026-12-24', '2026-12-25', '2027-01-01'].map(day);

    expect(ladder(day('2026-12-28'), christmas)).toEqual([
      instant('2026-12-22T07:30'),
      instant('2026-12-28T07:30'),
      instant('2026-12-29T07:30'),
      instant('2027-01-05T07:30'),
    ]);
  });

  it('rings in the morning of Bergen on both sides of the day the clocks change', () => {
    expect(ladder(day('2026-03-30'))).toEqual([
      instant('2026-03-26T07:30'),
      instant('2026-03-30T06:30'),
      instant('2026-03-31T06:30'),
      instant('2026-04-06T06:30'),
    ]);
  });

  it('never rings again at the moment it rang, and not at all when the last has rung', () => {
    const due = day('2026-12-11');
    const last = instant('2026-12-18T07:30');

    expect(nextReminder(due, plusMs(last, -1), aCalendar())).toBe(last);
    expect(nextReminder(due, last, aCalendar())).toBeUndefined();
  });

  it('begins where it stands for a task that is already late', () => {
    expect(nextReminder(day('2026-12-11'), instant('2026-12-14T08:00'), aCalendar())).toBe(
      instant('2026-12-18T07:30'),
    );
  });

  it('has four rungs, each later than the one before, and none but the day itself on a day off', () => {
    fc.assert(
      fc.property(someDay('2026-01-10', '2027-05-01'), someHolidays(), (due, holidays) => {
        const days = ladder(due, holidays).map(at => aCalendar().dayOf(at));

        expect(days).toHaveLength(4);
        expect(days).toEqual([...new Set(days)].toSorted());
        expect(days[1]).toBe(due);
        const others = days.filter(one => one !== due);
        expect(others.filter(one => weekdayOf(one) > 5 || holidays.includes(one))).toEqual([]);
      }),
    );
  });

  it('passes exactly the working days it says on the way', () => {
    const workingDays = (holidays: readonly LocalDate[], from: LocalDate, to: LocalDate): number => {
      const span = Array.from({ length: 90 }, (_, days) => plusDays(from, days)).filter(one => one < to);
      return span.filter(one => weekdayOf(one) < 6 && !holidays.includes(one)).length;
    };

    fc.assert(
      fc.property(someDay('2026-01-10', '2027-05-01'), someHolidays(), (due, holidays) => {
        const [before, , after, last] = ladder(due, holidays).map(at => aCalendar().dayOf(at));

        expect(workingDays(holidays, before ?? due, due)).toBe(2);
        expect(workingDays(holidays, plusDays(due, 1), plusDays(after ?? due, 1))).toBe(1);
        expect(workingDays(holidays, plusDays(due, 1), plusDays(last ?? due, 1))).toBe(5);
      }),
    );
  });
});

describe('briefOf', () => {
  it('keeps process and nothing else', () => {
    const action = anAction({ standIn: personId('vikar'), detailIn: 'C', asked: ASKED });

    expect(briefOf(action)).toEqual({
      id: action.id,
      title: 'clarify-living',
      owner: 'ansvarlig',
      standIn: 'vikar',
      due: '2026-12-11',
      state: 'open',
      newDateAsked: true,
    });
    expect(briefOf(anAction())).not.toHaveProperty('standIn');
    expect(briefOf(anAction()).newDateAsked).toBe(false);
  });
});

describe('withAction', () => {
  it('adds a new task last, and changes a known one where it stands', () => {
    const [one, other] = [anAction({ id: actionId('one') }), anAction({ id: actionId('other') })];

    const both = withAction(withAction(aCase(), one), other);
    const changed = withAction(both, doneAction({ id: one.id }));

    expect(both.actions.map(({ id, state }) => [id, state])).toEqual([
      [one.id, 'open'],
      [other.id, 'open'],
    ]);
    expect(changed.actions.map(({ id, state }) => [id, state])).toEqual([
      [one.id, 'done'],
      [other.id, 'open'],
    ]);
    expect(changed.state).toBe('submitted');
  });
});
