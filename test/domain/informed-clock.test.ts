import {
  askOn,
  eraseOn,
  isUninformed,
  mayBeNamed,
  mustLoseName,
  nextInformedClock,
} from '../../src/domain/informed-clock';
import { isEnded } from '../../src/domain/case';
import { CHOICES, isInformed } from '../../src/domain/referral';
import { plusMs } from '../../src/domain/time';
import { aCalendar } from '../builders/calendar';
import { aCase, aConsent } from '../builders/cases';
import { inEveryState } from '../builders/every-state';
import { day, instant, NOON } from '../builders/ids';

const calendar = aCalendar();
const waiting = aCase({ informed: 'no-contact', submittedAt: NOON });

describe('isInformed', () => {
  it('is a yes with a when; a no with a why is not', () => {
    expect(CHOICES.informed.filter(isInformed)).toEqual(['today', 'week', 'earlier']);
  });
});

describe('isUninformed', () => {
  it('asks only until the consent, or the end', () => {
    const states = inEveryState({ informed: 'unsafe' })
      .filter(isUninformed)
      .map(({ state }) => state);

    expect(states).toEqual(['submitted', 'needs-info', 'ready-for-review', 'deferred', 'awaiting-consent']);
    expect(inEveryState({ informed: 'today' }).filter(isUninformed)).toEqual([]);
  });

  it('takes a consent that came before the decision for knowing', () => {
    expect(isUninformed(aCase({ informed: 'unsafe', consent: aConsent() }))).toBe(false);
  });

  it('still does when that consent has run out, or an end took it away', () => {
    expect(isUninformed(aCase({ informed: 'unsafe', consents: 1 }))).toBe(false);
    expect(mustLoseName(aCase({ state: 'declined', informed: 'unsafe', named: true, consents: 1 }))).toBe(
      false,
    );
  });
});

describe('mustLoseName', () => {
  it('lasts past an end that came without consent, as long as a name lies there', () => {
    const statesOf = (named: boolean) =>
      inEveryState({ informed: 'unsafe', named })
        .filter(mustLoseName)
        .map(({ state }) => state);
    const open = ['submitted', 'needs-info', 'ready-for-review', 'deferred'];

    expect(statesOf(true)).toEqual([
      ...open,
      'declined',
      'awaiting-consent',
      'consent-refused',
      'referral-withdrawn',
    ]);
    expect(statesOf(false)).toEqual([...open, 'awaiting-consent']);
    expect(inEveryState({ informed: 'today', named: true }).filter(mustLoseName)).toEqual([]);
  });
});

describe('mayBeNamed', () => {
  it.each([
    ['2027-01-02', 'no-contact', true],
    ['2027-01-03', 'no-contact', false],
    ['2027-01-03', 'week', true],
  ] as const)('on %s of somebody told %s is %s', (today, informed, may) => {
    expect(mayBeNamed(aCase({ submittedAt: NOON, informed }), day(today), calendar)).toBe(may);
  });
});

describe('askOn and eraseOn', () => {
  it('are day 14 and day 30 from the submission, by Bergen’s calendar', () => {
    const late = aCase({ submittedAt: instant('2026-12-03T23:30') });

    expect([askOn(waiting, calendar), eraseOn(waiting, calendar)]).toEqual(['2026-12-18', '2027-01-03']);
    expect([askOn(late, calendar), eraseOn(late, calendar)]).toEqual(['2026-12-18', '2027-01-03']);
  });

  it('do not begin again when the answer is given again', () => {
    const again = aCase({ submittedAt: NOON, since: instant('2026-12-20T12:00'), informed: 'unsafe' });

    expect(askOn(again, calendar)).toBe('2026-12-18');
  });
});

describe('nextInformedClock', () => {
  const ASK = instant('2026-12-18T07:00');
  const ERASE = instant('2027-01-03T07:00');

  it('rings in the morning of day 14, then of day 30, then never', () => {
    expect(nextInformedClock(waiting, NOON, calendar)).toBe(ASK);
    expect(nextInformedClock(waiting, plusMs(ASK, -1), calendar)).toBe(ASK);
    expect(nextInformedClock(waiting, ASK, calendar)).toBe(ERASE);
    expect(nextInformedClock(waiting, ERASE, calendar)).toBeUndefined();
  });

  it('is silent when the person knows', () => {
    expect(nextInformedClock(aCase({ informed: 'today' }), NOON, calendar)).toBeUndefined();
  });

  it('is silent when the case has gone on to consent, or to an end without a name', () => {
    const ringing = inEveryState({ informed: 'no-contact' }).filter(
      kase => nextInformedClock(kase, NOON, calendar) !== undefined,
    );

    expect(ringing).toHaveLength(5);
  });

  it('rings on day 30 only for a name that lies in a case that ended without consent', () => {
    const ended = inEveryState({ informed: 'no-contact', named: true }).filter(isEnded);
    const ringing = ended.filter(kase => nextInformedClock(kase, NOON, calendar) !== undefined);

    expect(ringing.map(({ state }) => state)).toEqual(['declined', 'consent-refused', 'referral-withdrawn']);
    expect(ringing.map(kase => nextInformedClock(kase, NOON, calendar))).toEqual([ERASE, ERASE, ERASE]);
    expect(ringing.map(kase => nextInformedClock(kase, ERASE, calendar))).toEqual(
      ringing.map(() => undefined),
    );
  });

  it('is silent after an end for somebody who knew', () => {
    const told = inEveryState({ informed: 'today', named: true }).filter(isEnded);

    expect(told.filter(kase => nextInformedClock(kase, NOON, calendar) !== undefined)).toEqual([]);
  });
});
