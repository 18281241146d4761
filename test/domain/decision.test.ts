import { carriesDecision, decide, mayDecide, type Outcome, questionOn } from '../../src/domain/decision';
import { aCase } from '../builders/cases';
import { inEveryState } from '../builders/every-state';
import { day, decisionId, instant, meetingId } from '../builders/ids';

const DECIDED = instant('2026-12-09T08:30');
const TAKEN_IN = { kind: 'taken-in' } as const;
const DECLINED = { kind: 'declined', reason: 'capacity' } as const;
const DEFERRED = { kind: 'deferred', reason: 'not-quorate' } as const;

describe('mayDecide', () => {
  it('takes nobody in while a partner is missing', () => {
    expect(mayDecide(TAKEN_IN, ['politi'])).toEqual({ ok: false, error: { kind: 'not-quorate' } });
    expect(mayDecide(TAKEN_IN, [])).toEqual({ ok: true, value: TAKEN_IN });
  });

  it.each([DECLINED, DEFERRED])('binds intake only: %j', outcome => {
    expect(mayDecide(outcome, ['kommune', 'helse', 'politi'])).toEqual({ ok: true, value: outcome });
  });
});

describe('decide', () => {
  const kase = aCase({ state: 'ready-for-review', meetingId: meetingId(), presented: true });
  const decided = (outcome: Parameters<typeof decide>[1]['outcome']) =>
    decide(kase, { id: decisionId('new'), on: day('2026-12-04'), question: 'intake', outcome }, DECIDED);

  it('keeps who is taken in on the agenda it was decided on, so that a task can follow', () => {
    expect(decided(TAKEN_IN)).toMatchObject({
      ok: true,
      value: { state: 'awaiting-consent', decision: decisionId('new'), meetingId: meetingId() },
    });
  });

  it('takes who is postponed off the agenda, with the reason', () => {
    const after = decided(DEFERRED);

    expect(after).toMatchObject({
      ok: true,
      value: { state: 'deferred', reason: 'not-quorate', decision: decisionId('new'), presented: true },
    });
    expect(after.ok && 'meetingId' in after.value).toBe(false);
  });

  it('ends the case of who is not taken in, with the reason', () => {
    expect(decided(DECLINED)).toMatchObject({
      ok: true,
      value: { state: 'declined', reason: 'capacity', decision: decisionId('new') },
    });
  });
});

describe('decide, in words', () => {
  const deciding = (outcome: Outcome) => ({
    id: decisionId('new'),
    on: day('2026-12-04'),
    question: 'other' as const,
    outcome,
  });
  const OUTCOMES: readonly Outcome[] = [
    { kind: 'recommended' },
    { kind: 'not-recommended' },
    { kind: 'deferred', reason: 'service' },
  ];

  it.each(OUTCOMES)('leaves every case that may be asked about as it is: %j', outcome => {
    const asked = inEveryState().filter(kase => questionOn(kase) === 'other');

    const after = asked.map(kase => decide(kase, deciding(outcome), DECIDED));

    expect(asked.map(({ state }) => state)).toEqual([
      'awaiting-consent',
      'mapping',
      'active',
      'consent-expired',
    ]);
    expect(after).toEqual(asked.map(value => ({ ok: true, value })));
  });

  it.each<Outcome>([TAKEN_IN, DECLINED])('takes nobody in and turns nobody away: %j', outcome => {
    const after = inEveryState().map(kase => decide(kase, deciding(outcome), DECIDED));

    expect(after.filter(({ ok }) => ok)).toEqual([]);
  });

  it.each(OUTCOMES)('is refused where the group meets a candidate, or nobody: %j', outcome => {
    const others = inEveryState().filter(kase => questionOn(kase) !== 'other');

    const after = others.map(kase => decide(kase, deciding(outcome), DECIDED));

    expect(after.filter(({ ok }) => ok)).toEqual([]);
  });
});

describe('carriesDecision', () => {
  it('is what the state rests on, and nothing where no decision has been made', () => {
    const deciding = inEveryState().filter(kase => carriesDecision(kase) !== undefined);

    expect(deciding.map(({ state }) => state)).toEqual([
      'deferred',
      'declined',
      'awaiting-consent',
      'mapping',
      'active',
      'consent-expired',
      'withdrawn',
    ]);
    expect(carriesDecision(aCase({ state: 'mapping' }))).toBe(decisionId());
  });
});
