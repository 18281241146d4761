import { carriesDecision, decide, mayDecide } from '../../src/domain/decision';
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
    decide(kase, { id: decisionId('new'), on: day('2026-12-04'), outcome }, DECIDED);

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
