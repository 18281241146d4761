import {
  consentEndsAt,
  expireConsent,
  hasRunOut,
  hasStopped,
  stateSince,
  withdrawConsent,
} from '../../src/domain/consent-ends';
import { type Case } from '../../src/domain/case';
import { WRONG_STATE } from '../../src/domain/refusal';
import { aCalendar } from '../builders/calendar';
import { aCase, aConsent, aSharing } from '../builders/cases';
import { inEveryState } from '../builders/every-state';
import { day, decisionId, instant, meetingId, NOON, sharingId } from '../builders/ids';

const calendar = aCalendar();
const LATER = { at: instant('2027-06-05T05:00'), today: day('2027-06-05') };
const until = day('2027-06-04');
const statesOf = (cases: readonly Case[]) => cases.map(({ state }) => state);

describe('withdrawConsent', () => {
  it('is possible wherever there is a consent that the state rests on, or rested on', () => {
    const possible = inEveryState().filter(kase => withdrawConsent(kase, LATER).ok);

    expect(statesOf(possible)).toEqual(['mapping', 'active', 'consent-expired']);
    expect(withdrawConsent(aCase({ consent: aConsent() }), LATER)).toEqual({ ok: false, error: WRONG_STATE });
  });

  it('shuts what was shared in danger, and what was shut stays as it was', () => {
    const [open, shut] = [
      aSharing(),
      aSharing({ id: sharingId('shut'), endedAt: instant('2026-12-04T11:10') }),
    ];
    const at = instant('2026-12-04T11:30');
    const kase = aCase({ state: 'active', sharings: [open, shut] });

    const withdrawn = withdrawConsent(kase, { at, today: day('2026-12-04') });

    expect(withdrawn).toMatchObject({ value: { sharings: [{ ...open, endedAt: at }, shut] } });
  });

  it('leaves nothing of the consent, nor a place on an agenda; they may come back the same day', () => {
    const kase = aCase({ state: 'active', meetingId: meetingId(), presented: true });

    const withdrawn = withdrawConsent(kase, LATER);

    const { consent: _, meetingId: __, ...rest } = kase;
    expect(withdrawn).toEqual({
      ok: true,
      value: {
        ...rest,
        state: 'withdrawn',
        since: LATER.at,
        past: [{ state: 'active', since: NOON }],
        decision: decisionId(),
        askAgainAfter: '2027-06-05',
      },
    });
  });
});

describe('consentEndsAt', () => {
  it('is midnight in Bergen after the last day, in summer as in winter', () => {
    const winter = aConsent({ until: day('2026-12-31') });

    expect(consentEndsAt(aCase({ state: 'mapping' }), calendar)).toBe('2027-06-04T22:00:00.000Z');
    expect(consentEndsAt(aCase({ consent: winter }), calendar)).toBe('2026-12-31T23:00:00.000Z');
  });

  it('is nothing without a consent, and where it has ended already', () => {
    const ending = inEveryState().filter(kase => consentEndsAt(kase, calendar) !== undefined);

    expect(statesOf(ending)).toEqual(['mapping', 'active']);
  });
});

describe('hasRunOut', () => {
  it.each([
    ['2027-06-04', false],
    ['2027-06-05', true],
  ])('on %s is %s for a consent to the 4th', (today, runOut) => {
    expect(hasRunOut(aCase({ state: 'active' }), day(today))).toBe(runOut);
    expect(hasRunOut(aCase({ consent: aConsent() }), day(today))).toBe(runOut);
  });

  it('is not said twice, nor of a case without one', () => {
    const run = inEveryState().filter(kase => hasRunOut(kase, day('2030-01-01')));

    expect(statesOf(run)).toEqual(['mapping', 'active']);
  });
});

describe('expireConsent', () => {
  it.each(['mapping', 'active'] as const)('remembers that a participant came from %s', cameFrom => {
    const kase = aCase({ state: cameFrom, meetingId: meetingId(), presented: true });

    const expired = expireConsent(kase, LATER);

    expect(expired).toEqual({
      ...kase,
      state: 'consent-expired',
      since: LATER.at,
      past: [{ state: cameFrom, since: NOON }],
      cameFrom,
    });
  });

  it('leaves a case as it is until the last day is over, and after it has said so', () => {
    const cases = inEveryState().filter(({ state }) => state !== 'mapping' && state !== 'active');

    expect(cases.map(kase => expireConsent(kase, LATER))).toEqual(cases);
    expect(expireConsent(aCase({ state: 'active' }), { ...LATER, today: until }).state).toBe('active');
  });

  it.each(['submitted', 'needs-info', 'ready-for-review', 'deferred'] as const)(
    'drops a consent that came early and ran out: %s stays',
    state => {
      const kase = aCase({ state, consent: aConsent(), consents: 1 });

      const expired = expireConsent(kase, LATER);

      const { consent: _, ...rest } = kase;
      expect(expired).toEqual(rest);
    },
  );

  it('brings somebody who could be recognised back to the coordinator, off the agenda', () => {
    const kase = aCase({
      ...{ state: 'ready-for-review', recognisable: true, presented: true, meetingId: meetingId() },
      ...{ consent: aConsent(), consents: 1 },
    });

    const expired = expireConsent(kase, LATER);

    expect(expired).toMatchObject({ state: 'submitted', answered: false, since: LATER.at, consents: 1 });
    expect(expired).not.toHaveProperty('meetingId');
    expect(expired).not.toHaveProperty('consent');
  });
});

describe('hasStopped', () => {
  it('is after an end, and while a consent is missing', () => {
    expect(statesOf(inEveryState().filter(hasStopped))).toEqual([
      'declined',
      'consent-refused',
      'consent-expired',
      'withdrawn',
      'concluded',
      'referral-withdrawn',
    ]);
  });
});

describe('stateSince', () => {
  const kase = aCase({ since: LATER.at, past: [{ state: 'withdrawn', since: NOON }] });

  it.each([
    [LATER.at, 'submitted'],
    [NOON, 'withdrawn'],
    [instant('2026-01-01T00:00'), undefined],
  ])('knows the state it came into at %s', (at, state) => {
    expect(stateSince(kase, at)).toBe(state);
  });
});
