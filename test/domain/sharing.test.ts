import fc from 'fast-check';
import { GROUPS, isGroup, SECTIONS } from '../../src/domain/groups';
import {
  awaitsReview,
  hasReceived,
  holdingsShared,
  isLive,
  isSharedWith,
  isSharingId,
  missedFrom,
  newSharingId,
  receivedNow,
  reviewBy,
  sharedBy,
  sharedUntil,
  SHARING_MINUTES,
  sharingIn,
} from '../../src/domain/sharing';
import { plusMs } from '../../src/domain/time';
import { aSharing } from '../builders/cases';
import { agencyId, commandId, derive, instant, NOON, personId, sharingId } from '../builders/ids';

const POLICE = personId('medlem-politi');
const DPS = agencyId('kronstad-dps');
const HOUR = 3_600_000;
const after = (minutes: number) => plusMs(NOON, minutes * 60_000);

describe('isLive', () => {
  it.each([
    ['before it was shared', -1, false],
    ['when it was shared', 0, true],
    ['a moment before its time', 59, true],
    ['at its time', 60, false],
    ['a minute after', 61, false],
  ])('%s', (_, minutes, live) => {
    expect(isLive(aSharing(), after(minutes))).toBe(live);
  });

  it('is shut from the moment somebody stopped it', () => {
    const stopped = aSharing({ endedAt: after(10) });

    expect([9, 10, 11].map(minutes => isLive(stopped, after(minutes)))).toEqual([true, false, false]);
  });

  it('never lives longer than sixty minutes, whatever was chosen and however it ended', () => {
    const ends = fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined });
    const later = fc.integer({ min: 60, max: 100_000 });

    fc.assert(
      fc.property(fc.constantFrom(...SHARING_MINUTES), ends, later, (minutes, end, passed) => {
        const ended = end === undefined || end >= minutes ? {} : { endedAt: after(end) };
        const sharing = aSharing({ until: sharedUntil(NOON, minutes), ...ended });

        expect(isLive(sharing, after(passed))).toBe(false);
      }),
    );
  });
});

describe('isSharedWith', () => {
  it('never opens a group that was not named, or to somebody who was not', () => {
    const people = ['medlem-politi', 'koordinator', 'medlem-dps'].map(personId);
    const agencies = ['kronstad-dps', 'sosiale-tjenester'].map(agencyId);
    const given = fc.record({
      groups: fc.subarray([...GROUPS]),
      to: fc.subarray(people),
      from: fc.constantFrom(...agencies),
      until: fc.constantFrom(...SHARING_MINUTES).map(minutes => sharedUntil(NOON, minutes)),
    });
    const asked = fc.record({
      person: fc.constantFrom(...people),
      section: fc.constantFrom(...SECTIONS),
      origin: fc.constantFrom(...agencies),
      minutes: fc.integer({ min: -10, max: 70 }),
    });

    fc.assert(
      fc.property(given, asked, (over, { person, section, origin, minutes }) => {
        const at = after(minutes);
        const sharing = aSharing(over);
        const named = over.to.includes(person) && origin === over.from && isGroup(section);

        expect(isSharedWith({ sharings: [sharing] }, person, { holding: { origin, section }, at })).toBe(
          named && over.groups.some(group => group === section) && minutes >= 0 && at < over.until,
        );
      }),
    );
  });
});

describe('awaitsReview', () => {
  it('lasts for 72 hours, the last moment included, unless somebody was first', () => {
    const at = [71, 72].map(hours => plusMs(NOON, hours * HOUR));
    const reviewed = aSharing({ review: { by: personId('leder'), at: NOON, verdict: 'right' } });

    expect(at.map(one => awaitsReview(aSharing(), one))).toEqual([true, true]);
    expect(awaitsReview(aSharing(), missedFrom(aSharing()))).toBe(false);
    expect(awaitsReview(reviewed, NOON)).toBe(false);
    expect(reviewBy(aSharing())).toBe(instant('2026-12-07T11:00'));
  });
});

describe('what is in a case', () => {
  const other = aSharing({ id: sharingId('other'), from: agencyId('sosiale-tjenester'), to: [] });
  const kase = { sharings: [aSharing(), other] };

  it('is found by its id, and by the agency that shared', () => {
    expect(sharingIn(kase, sharingId('other'))).toBe(other);
    expect(sharingIn(kase, sharingId('none'))).toBeUndefined();
    expect(sharedBy(kase, DPS)).toEqual([aSharing()]);
  });

  it('is received while it is live, and remembered after', () => {
    expect(receivedNow(kase, POLICE, after(1))).toEqual([aSharing()]);
    expect(receivedNow(kase, POLICE, after(61))).toEqual([]);
    expect(receivedNow(kase, personId('koordinator'), after(1))).toEqual([]);
    expect(hasReceived(kase, POLICE)).toBe(true);
    expect(hasReceived(kase, personId('koordinator'))).toBe(false);
  });

  it('opens the groups of the agency that shared', () => {
    expect(holdingsShared(aSharing())).toEqual([
      { origin: DPS, section: 'B' },
      { origin: DPS, section: 'F' },
    ]);
  });
});

describe('newSharingId', () => {
  it('is the same for the same press', () => {
    const ids = [commandId(), commandId(), commandId('other')].map(one => newSharingId(derive, one));

    expect(ids.map(isSharingId)).toEqual([true, true, true]);
    expect(new Set(ids).size).toBe(2);
    expect(isSharingId('S1')).toBe(false);
  });
});
