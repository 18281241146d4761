import fc from 'fast-check';
import { type Case, CASE_STATES, type CaseState, isEnded } from '../../src/domain/case';
import { nextCaseClock } from '../../src/domain/case-clock';
import { erased, erasesOn, mustErase, nextErasure, withoutKeys } from '../../src/domain/retention';
import { plusDays, plusMs } from '../../src/domain/time';
import { aCalendar } from '../builders/calendar';
import { aCase, aSharing } from '../builders/cases';
import { agencyId, caseId, day, instant, NOON, personId } from '../builders/ids';

const calendar = aCalendar();
const archivedAt = (at = NOON) => ({ ref: '2026/1', at, by: personId('koordinator') });
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const anyState = fc.constantFrom(...CASE_STATES);
const ENDS = CASE_STATES.filter(state => isEnded({ state }));
const anyEnd = fc.constantFrom(...ENDS);
const someHours = fc.integer({ min: 0, max: 20_000 });

const caseIn = (state: CaseState, over: Partial<Case> = {}): Case =>
  aCase<CaseState>({ ...over, state } as never);

describe('erasesOn', () => {
  it.each([
    ['declined', '2027-01-03'],
    ['consent-refused', '2027-01-03'],
    ['referral-withdrawn', '2027-01-03'],
    ['withdrawn', '2027-03-04'],
    ['concluded', '2027-12-04'],
  ] as const)('is as long after the archive took it as an end of its kind is kept: %s', (state, expected) => {
    expect(erasesOn(caseIn(state, { archived: archivedAt() }), calendar)).toBe(expected);
  });

  it('is never known before the archive has taken it', () => {
    fc.assert(
      fc.property(anyState, state => {
        expect(erasesOn(caseIn(state), calendar)).toBeUndefined();
      }),
    );
  });

  it('is never known while the case is open, whatever the archive has', () => {
    fc.assert(
      fc.property(anyState, someHours, (state, hours) => {
        fc.pre(!isEnded({ state }));
        const kase = caseIn(state, { archived: archivedAt(plusMs(NOON, hours * HOUR_MS)) });

        expect(erasesOn(kase, calendar)).toBeUndefined();
        expect(nextErasure(kase, NOON, calendar)).toBeUndefined();
      }),
    );
  });

  it('moves with a later reference, and never lies before it', () => {
    fc.assert(
      fc.property(anyEnd, someHours, someHours, (state, one, other) => {
        const [early, late] = [one, one + other].map(hours => plusMs(NOON, hours * HOUR_MS));
        const onDay = (at = NOON) => erasesOn(caseIn(state, { archived: archivedAt(at) }), calendar) ?? '';

        expect(onDay(late) >= onDay(early)).toBe(true);
        expect(onDay(late) >= plusDays(calendar.dayOf(late ?? NOON), 30)).toBe(true);
      }),
    );
  });

  it('is not known when the archive took it before it ended: what came after is not there', () => {
    const before = caseIn('concluded', { archived: archivedAt(plusMs(NOON, -1)) });

    expect(erasesOn(before, calendar)).toBeUndefined();
  });

  it('is not known when a sharing was reviewed, or missed, after the archive took it', () => {
    const sharing = aSharing({ endedAt: instant('2026-12-04T12:00') });
    const at = instant('2026-12-05T12:00');
    const withSharing = (over: object) =>
      erasesOn(
        caseIn('concluded', { archived: archivedAt(at), sharings: [{ ...sharing, ...over }] }),
        calendar,
      );

    expect(withSharing({})).toBe('2027-12-05');
    expect(withSharing({ missedAt: plusMs(at, 1) })).toBeUndefined();
    expect(
      withSharing({ review: { by: personId('leder'), at: plusMs(at, 1), verdict: 'right' } }),
    ).toBeUndefined();
  });
});

describe('mustErase', () => {
  const kase = caseIn('declined', { archived: archivedAt() });

  it('begins on the day, and not the day before', () => {
    expect(mustErase(kase, day('2027-01-02'), calendar)).toBe(false);
    expect(mustErase(kase, day('2027-01-03'), calendar)).toBe(true);
  });

  it('holds until the keys are gone, and not after', () => {
    const begun = erased(kase, day('2027-01-03'));

    expect(mustErase(begun, day('2026-12-04'), calendar)).toBe(true);
    expect(mustErase(withoutKeys(begun), day('2030-01-01'), calendar)).toBe(false);
  });
});

describe('nextErasure', () => {
  const kase = caseIn('declined', { archived: archivedAt() });
  const MORNING = instant('2027-01-03T07:00');

  it('is in the morning of the day, and is what the case clock waits for', () => {
    expect(nextErasure(kase, NOON, calendar)).toBe(MORNING);
    expect(nextCaseClock(kase, NOON, calendar)).toBe(MORNING);
    expect(nextErasure(kase, MORNING, calendar)).toBeUndefined();
  });

  it('keeps ringing until the keys are gone, whoever changes the case meanwhile', () => {
    const begun = erased(kase, day('2027-01-03'));

    expect(nextCaseClock(begun, kase.submittedAt, calendar)).toBe(MORNING);
    expect(nextCaseClock(withoutKeys(begun), kase.submittedAt, calendar)).toBeUndefined();
  });
});

describe('erased', () => {
  it('leaves the code, the states and the dates, and nothing of who it is or what was planned', () => {
    const past = [{ state: 'submitted', since: plusMs(NOON, -DAY_MS) }] as const;
    const kase = caseIn('withdrawn', {
      past,
      named: true,
      holdings: [{ origin: agencyId('sosiale-tjenester'), section: 'B' }],
      linkedTo: caseId('earlier'),
      plan: { version: 2, contact: personId('kontakt'), writtenOn: day('2026-12-04') },
      archived: archivedAt(),
    });

    const left = withoutKeys(erased(kase, day('2027-03-04')));

    expect(left).toMatchObject({
      ...{ code: kase.code, state: 'withdrawn', since: kase.since, past, archived: kase.archived },
      ...{ named: false, holdings: [], erasedOn: '2027-03-04' },
    });
    expect(left).not.toHaveProperty('linkedTo');
    expect(left).not.toHaveProperty('plan');
    expect(left).not.toHaveProperty('erasing');
  });
});
