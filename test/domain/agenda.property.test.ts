import fc from 'fast-check';
import { agendaOf, AGENDA_STATES } from '../../src/domain/agenda';
import { moved } from '../../src/domain/agenda-steps';
import { type ByHand } from '../../src/domain/by-hand';
import { type Case, CASE_STATES, type CaseState, isEnded } from '../../src/domain/case';
import { mayBeDiscussed } from '../../src/domain/discussion';
import { isPaused } from '../../src/domain/pause';
import { plusDays } from '../../src/domain/time';
import { aCalendar } from '../builders/calendar';
import { aCase } from '../builders/cases';
import { caseCode, caseId, day, meetingId } from '../builders/ids';
import { aProgramme } from '../builders/meetings';

const ON = day('2026-12-09');
const OTHER = meetingId('2026-12-23');

const someHand = (): fc.Arbitrary<ByHand | undefined> =>
  fc.constantFrom<ByHand | undefined>(
    undefined,
    { wants: 'on', meetingId: meetingId() },
    { wants: 'on', meetingId: OTHER },
    { wants: 'off', meetingId: meetingId(), reason: 'time' },
    { wants: 'off', meetingId: OTHER, reason: 'other' },
  );

const someCases = (): fc.Arbitrary<readonly Case[]> =>
  fc
    .array(
      fc.record({
        state: fc.constantFrom<CaseState>(...CASE_STATES),
        urgent: fc.boolean(),
        recognisable: fc.boolean(),
        paused: fc.option(fc.integer({ min: -3, max: 3 })),
        byHand: someHand(),
      }),
      { maxLength: 20 },
    )
    .map(drawn =>
      drawn.map(({ state, urgent, recognisable, paused, byHand }, place) =>
        aCase<CaseState>({
          ...{ state, urgent, recognisable, id: caseId(String(place)), code: caseCode(String(place)) },
          ...(paused === null ? {} : { pausedUntil: plusDays(ON, paused) }),
          ...(byHand === undefined ? {} : { byHand }),
        }),
      ),
    );

const someAgenda = () =>
  fc.tuple(someCases(), fc.array(fc.nat({ max: 25 }))).map(([cases, order]) => {
    const meeting = { id: meetingId(), on: ON, order: order.map(n => caseId(String(n))) };
    return {
      cases,
      entries: agendaOf(cases, meeting, { today: ON, calendar: aCalendar(), programme: aProgramme() }),
    };
  });

describe('agendaOf, whatever the cases are', () => {
  it('takes up each once, none that has ended, waits or could be recognised, and none that is kept off', () => {
    fc.assert(
      fc.property(someAgenda(), ({ entries }) => {
        const kases = entries.map(({ kase }) => kase);
        expect(new Set(kases.map(({ id }) => id)).size).toBe(kases.length);
        expect(kases.filter(kase => isEnded(kase) || isPaused(kase, ON))).toEqual([]);
        expect(kases.filter(({ state }) => !AGENDA_STATES.includes(state))).toEqual([]);
        expect(kases.filter(kase => kase.state === 'ready-for-review' && !mayBeDiscussed(kase, ON))).toEqual(
          [],
        );
        expect(
          kases.filter(({ byHand }) => byHand?.wants === 'off' && byHand.meetingId === meetingId()),
        ).toEqual([]);
      }),
    );
  });

  it('takes up everything that was put on by hand and may stand there', () => {
    fc.assert(
      fc.property(someAgenda(), ({ cases, entries }) => {
        const wanted = cases.filter(
          kase =>
            kase.byHand?.wants === 'on' &&
            kase.byHand.meetingId === meetingId() &&
            AGENDA_STATES.some(state => state === kase.state) &&
            !isPaused(kase, ON) &&
            (kase.state !== 'ready-for-review' || mayBeDiscussed(kase, ON)),
        );

        expect(wanted.filter(({ id }) => !entries.some(({ kase }) => kase.id === id))).toEqual([]);
      }),
    );
  });

  it('holds the same cases in whatever order they are moved', () => {
    const moves = fc.array(fc.tuple(fc.nat({ max: 25 }), fc.option(fc.nat({ max: 25 }))));

    fc.assert(
      fc.property(someCases(), moves, (cases, drawn) => {
        const now = { today: ON, calendar: aCalendar(), programme: aProgramme() };
        const idsIn = (order: readonly Case['id'][]) =>
          agendaOf(cases, { id: meetingId(), on: ON, order }, now).map(({ kase }) => kase.id);

        const order = drawn.reduce<readonly Case['id'][]>(
          (list, [which, after]) =>
            moved(list, {
              caseId: caseId(String(which)),
              after: after === null ? undefined : caseId(String(after)),
            }),
          idsIn([]),
        );

        expect(idsIn(order)).toEqual(order);
        expect([...order].sort()).toEqual([...idsIn([])].sort());
      }),
    );
  });
});
