import fc from 'fast-check';
import { dueSharing, nextSharingClock } from '../../src/domain/sharing-clock';
import { missedFrom, sharedUntil, SHARING_MINUTES, type Sharing } from '../../src/domain/sharing';
import { endByTime, missReview } from '../../src/domain/sharing-steps';
import { type Case } from '../../src/domain/case';
import { plusMs } from '../../src/domain/time';
import { aCase, aSharing } from '../builders/cases';
import { NOON, personId, sharingId } from '../builders/ids';

const review = { by: personId('leder'), at: NOON, verdict: 'right' } as const;
const { until } = aSharing();
const missed = missedFrom(aSharing());
const LONG_AFTER = plusMs(NOON, 9e8);
const clock = (over: Partial<Sharing>, at = NOON) => nextSharingClock({ sharings: [aSharing(over)] }, at);

describe('nextSharingClock', () => {
  it.each([
    ['its end', clock({}), until],
    ['the time for its review, after its end', clock({}, until), missed],
    ['the time for its review, when it was stopped', clock({ endedAt: NOON }), missed],
    ['its end, when it was reviewed', clock({ review }), until],
    ['nothing, when all is said', clock({ endedAt: until, missedAt: missed }), undefined],
    ['nothing, after the last of it', clock({}, missed), undefined],
  ])('is %s', (_, at, expected) => {
    expect(at).toBe(expected);
  });

  it('is the earliest of several', () => {
    const later = aSharing({ id: sharingId('later'), sharedAt: until, until: sharedUntil(until, 15) });

    expect(nextSharingClock({ sharings: [later, aSharing()] }, NOON)).toBe(until);
    expect(nextSharingClock({ sharings: [] }, NOON)).toBeUndefined();
  });
});

describe('dueSharing', () => {
  it('is nothing before its time, and then what the clock must say', () => {
    const kase = aCase({ sharings: [aSharing()] });

    expect(dueSharing(kase, plusMs(until, -1))).toBeUndefined();
    expect(dueSharing(kase, until)).toMatchObject({ kind: 'end-sharing-by-time', at: until });
    expect(dueSharing(endByTime(kase, aSharing()), missed)).toMatchObject({ kind: 'miss-review' });
  });

  it('is all said after two words for each, whenever the clock gets to it', () => {
    const minutes = fc.array(fc.constantFrom(...SHARING_MINUTES), { maxLength: 5 });
    const say = (kase: Case, said = 0): number => {
      const due = dueSharing(kase, LONG_AFTER);
      if (due === undefined) return said;
      const { kind, sharing } = due;
      return say(
        kind === 'miss-review' ? missReview(kase, sharing, LONG_AFTER) : endByTime(kase, sharing),
        said + 1,
      );
    };

    fc.assert(
      fc.property(minutes, all => {
        const sharings = all.map((one, place) =>
          aSharing({ id: sharingId(String(place)), until: sharedUntil(NOON, one) }),
        );

        expect(say(aCase({ sharings }))).toBe(all.length * 2);
      }),
    );
  });
});
