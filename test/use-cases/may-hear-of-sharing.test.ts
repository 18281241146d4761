import { mayHearOfSharing, type SharingNotice } from '../../src/use-cases/may-hear-of-sharing';
import { aCase, aDisqualification, aSharing } from '../builders/cases';
import { day, instant, NOON, personId, sharingId } from '../builders/ids';
import { aCoordinator, aMember, aPerson } from '../builders/people';

const police = aPerson({ id: personId('medlem-politi'), roles: ['member'] });
const leader = aMember({ id: personId('leder'), roles: ['leader'] });
const otherLeader = aPerson({ id: personId('annen-leder'), roles: ['leader'] });
const kase = aCase({ sharings: [aSharing()] });
const shared: SharingNotice = { kind: 'shared', sharingId: sharingId(), until: NOON };
const toReview: SharingNotice = { kind: 'sharing-to-review', sharingId: sharingId() };
const happened = { ...toReview, kind: 'sharing-happened', from: aSharing().from, sharedAt: NOON } as const;
const reviewed: SharingNotice = { kind: 'sharing-reviewed', sharingId: sharingId() };
const hears = (notice: SharingNotice, person = police, over: object = {}) =>
  mayHearOfSharing(notice, { person, kase, at: NOON, ...over });

describe('mayHearOfSharing', () => {
  it('rings for a receiver only while it stands open', () => {
    expect(hears(shared)).toBe(true);
    expect(hears(shared, police, { at: instant('2026-12-04T12:00') })).toBe(false);
    expect(hears(shared, leader)).toBe(false);
    expect(hears({ ...shared, sharingId: sharingId('none') })).toBe(false);
  });

  it('never rings for a receiver who is disqualified or removed', () => {
    const disqualified = { kase: { ...kase, disqualified: [aDisqualification(police.id)] } };

    expect(hears(shared, police, disqualified)).toBe(false);
    expect(hears(shared, { ...police, removedOn: day('2026-12-04') })).toBe(false);
  });

  it('rings for the own leader while it can be reviewed', () => {
    const review = { by: leader.id, at: NOON, verdict: 'right' } as const;

    expect(hears(toReview, leader)).toBe(true);
    expect(hears(toReview, leader, { at: instant('2026-12-08T12:00') })).toBe(false);
    expect(hears(toReview, leader, { kase: aCase({ sharings: [aSharing({ review })] }) })).toBe(false);
    expect(hears(toReview, otherLeader)).toBe(false);
  });

  it('rings for the others while the case is theirs', () => {
    const stranger = aPerson({ id: personId('fremmed') });

    expect([happened, reviewed].map(notice => hears(notice, aCoordinator()))).toEqual([true, true]);
    expect([happened, reviewed].map(notice => hears(notice, stranger))).toEqual([false, false]);
  });
});
