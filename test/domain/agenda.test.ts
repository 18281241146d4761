import fc from 'fast-check';
import { agendaOf, daysWaiting, ITEM_KINDS } from '../../src/domain/agenda';
import { type Case, CASE_STATES, type CaseState } from '../../src/domain/case';
import { meetingIdOn } from '../../src/domain/ids';
import { plusDays, plusMs } from '../../src/domain/time';
import { aCalendar } from '../builders/calendar';
import { aCase, aConsent } from '../builders/cases';
import { inEveryState } from '../builders/every-state';
import { caseCode, caseId, day, instant, NOON } from '../builders/ids';

const MEETING = day('2026-12-09');
const HOUR = 3_600_000;
const kindsOf = (cases: readonly Case[], on = MEETING) =>
  agendaOf(cases, on, aCalendar()).map(({ kind }) => kind);

describe('agendaOf', () => {
  it('takes up who is ready, who waits for consent and who is due for review, and nobody else', () => {
    const cases = inEveryState({ since: instant('2026-01-01T12:00') });

    const entries = agendaOf(cases, MEETING, aCalendar());

    expect(entries.map(({ kase, kind }) => [kase.state, kind])).toEqual([
      ['ready-for-review', 'new-candidate'],
      ['awaiting-consent', 'awaiting-consent'],
      ['active', 'review'],
    ]);
  });

  it('puts the urgent first among the candidates, and urgent nowhere else', () => {
    const urgent = inEveryState({ urgent: true, since: instant('2026-01-01T12:00') });

    expect(kindsOf(urgent)).toEqual(['urgent', 'awaiting-consent', 'review']);
  });

  it.each([
    ['2026-12-08', []],
    ['2026-12-09', ['review']],
    ['2026-12-10', ['review']],
  ])('reviews a participant from the fifty-sixth day: on %s %j', (on, kinds) => {
    const since = instant('2026-10-14T21:59');

    expect(kindsOf([aCase({ state: 'active', since })], day(on))).toEqual(kinds);
  });

  it('counts the day as Bergen does: what began at 22:30 UTC in summer began the day after', () => {
    const since = instant('2026-10-14T22:30');

    expect(kindsOf([aCase({ state: 'active', since })], day('2026-12-09'))).toEqual([]);
    expect(kindsOf([aCase({ state: 'active', since })], day('2026-12-10'))).toEqual(['review']);
  });

  it('is in the order of domain.md §7, the longest waiting first, whatever order the cases came in', () => {
    const someCase = fc.record({
      state: fc.constantFrom<CaseState>(...CASE_STATES),
      urgent: fc.boolean(),
      hours: fc.nat({ max: 5 }),
      name: fc.nat({ max: 50 }),
    });
    const ageOf = ({ since, code }: Case): string => `${since} ${code}`;

    fc.assert(
      fc.property(fc.array(someCase, { maxLength: 12 }), drawn => {
        const cases = drawn.map(({ state, urgent, hours, name }) =>
          aCase<CaseState>({
            state,
            urgent,
            since: plusMs(instant('2026-01-01T12:00'), hours * HOUR),
            id: caseId(String(name)),
            code: caseCode(String(name)),
          }),
        );

        const entries = agendaOf(cases, MEETING, aCalendar());
        const backwards = agendaOf(cases.toReversed(), MEETING, aCalendar());

        const places = entries.map(({ kind }) => ITEM_KINDS.indexOf(kind));
        expect(places).toEqual(places.toSorted());
        for (const kind of ITEM_KINDS) {
          const ages = entries.filter(entry => entry.kind === kind).map(({ kase }) => ageOf(kase));
          expect(ages).toEqual(ages.toSorted());
        }
        expect(backwards.map(({ kase }) => ageOf(kase))).toEqual(entries.map(({ kase }) => ageOf(kase)));
      }),
    );
  });

  it('leaves the cases it was given in their order', () => {
    const cases = [aCase({ state: 'awaiting-consent' }), aCase({ state: 'ready-for-review', urgent: true })];
    const before = [...cases];

    agendaOf(cases, MEETING, aCalendar());

    expect(cases).toEqual(before);
  });
});

describe('daysWaiting', () => {
  it('counts midnights in Bergen since the referral came in', () => {
    const kase = aCase({ submittedAt: instant('2026-11-30T23:30') });

    expect(daysWaiting(kase, day('2026-12-01'), aCalendar())).toBe(0);
    expect(daysWaiting(kase, day('2026-12-04'), aCalendar())).toBe(3);
  });

  it('counts from the submission, however often the state has changed since', () => {
    const kase = aCase({ submittedAt: NOON, since: instant('2026-12-24T12:00'), state: 'ready-for-review' });

    expect(daysWaiting(kase, plusDays(day('2026-12-04'), 28), aCalendar())).toBe(28);
  });
});

describe('agendaOf, of somebody who could be recognised', () => {
  const candidate = aCase({ state: 'ready-for-review', recognisable: true });

  it('leaves them out until there is a consent in force on the day of the meeting', () => {
    const consented = { ...candidate, consent: aConsent({ until: MEETING }) };

    expect(kindsOf([candidate])).toEqual([]);
    expect(kindsOf([consented])).toEqual(['new-candidate']);
    expect(kindsOf([consented], plusDays(MEETING, 1))).toEqual([]);
  });
});

describe('agendaOf, of a participant', () => {
  const since = instant('2026-01-01T12:00');

  it('counts the eight weeks from the meeting that last took them up', () => {
    const kase = aCase({ state: 'active', since, meetingId: meetingIdOn('2026-11-10') });

    expect(kindsOf([kase], plusDays(day('2026-11-10'), 55))).toEqual([]);
    expect(kindsOf([kase], plusDays(day('2026-11-10'), 56))).toEqual(['review']);
  });

  it('counts from the day they became active when that came later', () => {
    const kase = aCase({ state: 'active', since, meetingId: meetingIdOn('2025-12-02') });

    expect(kindsOf([kase], day('2026-02-25'))).toEqual([]);
    expect(kindsOf([kase], day('2026-02-26'))).toEqual(['review']);
  });
});
