import fc from 'fast-check';
import { agendaOf, daysWaiting, ITEM_KINDS, placed, type Sitting } from '../../src/domain/agenda';
import { briefOf } from '../../src/domain/action';
import { type Case, CASE_STATES, type CaseState } from '../../src/domain/case';
import { type CaseId, meetingIdOn } from '../../src/domain/ids';
import { USUAL_LADDER } from '../../src/domain/ladder';
import { plusDays, plusMs } from '../../src/domain/time';
import { aCalendar } from '../builders/calendar';
import { aCase, aConsent, anAction, anItem } from '../builders/cases';
import { inEveryState } from '../builders/every-state';
import { caseCode, caseId, day, instant, NOON } from '../builders/ids';
import { anIncident } from '../builders/learning';
import { aProgramme } from '../builders/meetings';

const MEETING = day('2026-12-09');
const HOUR = 3_600_000;
const TODAY = { today: MEETING, calendar: aCalendar(), programme: aProgramme() };
const sitting = (on = MEETING, order: readonly CaseId[] = []): Sitting => ({
  id: meetingIdOn(on),
  on,
  order,
});
const kindsOf = (cases: readonly Case[], on = MEETING, today = on) =>
  agendaOf(cases, sitting(on), { ...TODAY, today }).map(({ kind }) => kind);

describe('agendaOf', () => {
  it('takes up who is ready, who waits for consent and who is due for review, and nobody else', () => {
    const cases = inEveryState({ since: instant('2026-01-01T12:00') });

    const entries = agendaOf(cases, sitting(), TODAY);

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

        const entries = agendaOf(cases, sitting(), TODAY);
        const backwards = agendaOf(cases.toReversed(), sitting(), TODAY);

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

    agendaOf(cases, sitting(), TODAY);

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

  it('reviews one whose turn never came, however lately they stood on an agenda', () => {
    const kase = aCase({ state: 'active', since, meetingId: meetingIdOn('2026-11-25') });

    expect(kindsOf([kase])).toEqual(['review']);
  });

  it('counts the eight weeks from the meeting that last took them up', () => {
    const kase = aCase({ state: 'active', since, takenUpOn: day('2026-11-10') });

    expect(kindsOf([kase], plusDays(day('2026-11-10'), 55))).toEqual([]);
    expect(kindsOf([kase], plusDays(day('2026-11-10'), 56))).toEqual(['review']);
  });

  it('counts from the day they became active when that came later', () => {
    const kase = aCase({ state: 'active', since, takenUpOn: day('2025-12-02') });

    expect(kindsOf([kase], day('2026-02-25'))).toEqual([]);
    expect(kindsOf([kase], day('2026-02-26'))).toEqual(['review']);
  });
});

describe('agendaOf, of a task that is not done', () => {
  // Wednesday 2 December is five working days before the meeting.
  const late = (due: string, over: object = {}) =>
    aCase({ state: 'mapping', actions: [briefOf(anAction({ due: day(due), ...over }))] });

  it('does not take up a case for a task about an incident, which is its agency’s own', () => {
    const task = anAction({ due: day('2026-11-02'), title: 'follow-up-incident' });
    const kase = late('2026-11-02', { title: 'follow-up-incident' });

    expect(kindsOf([kase])).toEqual([]);
    expect(kindsOf([{ ...kase, incidents: [anIncident({ action: task.id })] }])).toEqual([]);
  });

  it.each([
    ['2026-12-02', ['overdue-actions']],
    ['2026-12-03', []],
  ])('takes up a case whose task was due %s: %j', (due, kinds) => {
    expect(kindsOf([late(due)])).toEqual(kinds);
  });

  it.each([
    ['2026-12-07', ['overdue-actions']],
    ['2026-12-08', []],
  ])('takes it up as early as the programme says, two working days after %s: %j', (due, kinds) => {
    const programme = aProgramme({ reminders: { ...USUAL_LADDER, agendaAfter: 2 } });
    const entries = agendaOf([late(due)], sitting(), { ...TODAY, programme, today: MEETING });

    expect(entries.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('says nothing of a task that is not over its date yet, however late the meeting is', () => {
    expect(kindsOf([late('2026-12-02')], MEETING, day('2026-12-02'))).toEqual([]);
    expect(kindsOf([late('2026-12-02')], MEETING, day('2026-12-03'))).toEqual(['overdue-actions']);
  });

  it.each(['done', 'cancelled'] as const)('leaves out one that is %s', state => {
    expect(kindsOf([late('2026-11-02', { state })])).toEqual([]);
  });

  it('takes up one that is blocked', () => {
    expect(kindsOf([late('2026-11-02', { state: 'blocked' })])).toEqual(['overdue-actions']);
  });

  it('is a review when it is due for one, too: a case stands once', () => {
    const kase = aCase({
      state: 'active',
      since: instant('2026-01-01T12:00'),
      actions: [briefOf(anAction({ due: day('2026-11-02') }))],
    });

    expect(kindsOf([kase])).toEqual(['review']);
  });

  it('does not bring up somebody whose consent ran out', () => {
    const kase = aCase({
      state: 'consent-expired',
      actions: [briefOf(anAction({ due: day('2026-11-02') }))],
    });

    expect(kindsOf([kase])).toEqual([]);
  });
});

describe('agendaOf, of a case that waits', () => {
  const paused = (until: string) => aCase({ state: 'awaiting-consent', pausedUntil: day(until) });

  it.each([
    ['2026-12-10', []],
    ['2026-12-09', ['awaiting-consent']],
  ])('until %s: %j', (until, kinds) => {
    expect(kindsOf([paused(until)])).toEqual(kinds);
  });

  it('keeps it off even where somebody put it on', () => {
    const kase = {
      ...paused('2027-01-01'),
      byHand: { wants: 'on', meetingId: meetingIdOn(MEETING) },
    } as const;

    expect(kindsOf([kase])).toEqual([]);
  });
});

describe('agendaOf, by hand', () => {
  const id = meetingIdOn(MEETING);
  const on = (kase: Case, meetingId = id): Case => ({ ...kase, byHand: { wants: 'on', meetingId } });
  const off = (kase: Case, meetingId = id): Case => ({
    ...kase,
    byHand: { wants: 'off', meetingId, reason: 'time' },
  });

  it.each([
    ['mapping', 'other'],
    ['active', 'other'],
    ['consent-expired', 'other'],
    ['awaiting-consent', 'awaiting-consent'],
    ['ready-for-review', 'new-candidate'],
  ] as const)('puts on a case in %s, as %s', (state, kind) => {
    expect(kindsOf([on(aCase({ state }))])).toEqual([kind]);
  });

  it.each([
    'submitted',
    'needs-info',
    'deferred',
    'declined',
    'consent-refused',
    'withdrawn',
    'concluded',
    'referral-withdrawn',
  ] as const)('never puts on one that is %s', state => {
    expect(kindsOf([on(aCase({ state }))])).toEqual([]);
  });

  it('puts on nobody who could be recognised without a consent', () => {
    expect(kindsOf([on(aCase({ state: 'ready-for-review', recognisable: true }))])).toEqual([]);
  });

  it('keeps off what would come by itself', () => {
    expect(kindsOf([off(aCase({ state: 'ready-for-review', urgent: true }))])).toEqual([]);
  });

  it('says nothing of another meeting, nor of a moved one by its day', () => {
    const other = meetingIdOn('2026-12-23');
    const moved = { id, on: day('2026-12-10'), order: [] };

    expect(kindsOf([on(aCase({ state: 'mapping' }), other)])).toEqual([]);
    expect(kindsOf([off(aCase({ state: 'awaiting-consent' }), other)])).toEqual(['awaiting-consent']);
    expect(agendaOf([on(aCase({ state: 'mapping' }))], moved, TODAY)).toHaveLength(1);
  });

  it('goes by the order somebody put cases in, and then by that of the rest', () => {
    const named = (name: string, state: CaseState, over: object = {}) =>
      aCase({ state, id: caseId(name), code: caseCode(name), ...over } as never);
    const cases = [
      named('urgent', 'ready-for-review', { urgent: true }),
      named('new', 'ready-for-review'),
      named('waits', 'awaiting-consent'),
    ];

    const entries = agendaOf(cases, sitting(MEETING, [caseId('waits'), caseId('gone')]), TODAY);

    expect(entries.map(({ kase }) => kase.id)).toEqual(['waits', 'urgent', 'new'].map(name => caseId(name)));
  });
});

describe('placed', () => {
  it('gives an item the number of its place', () => {
    const item = anItem({ number: 7 });

    expect(placed(item, { agenda: [caseId('first'), item.caseId] }).number).toBe(2);
  });

  it('leaves the number it was laid with where the list does not know it', () => {
    expect(placed(anItem({ number: 7 }), { agenda: [] }).number).toBe(7);
  });
});
