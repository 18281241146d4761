import { isEnded } from '../../src/domain/case';
import { type Sharing } from '../../src/domain/sharing';
import {
  MOST_SHARINGS,
  endByTime,
  endSharing,
  missReview,
  reviewSharing,
  share,
} from '../../src/domain/sharing-steps';
import { plusMs } from '../../src/domain/time';
import { aCase, aSharing } from '../builders/cases';
import { inEveryState } from '../builders/every-state';
import { instant, NOON, personId, sharingId } from '../builders/ids';

const WRONG_STATE = { ok: false, error: { kind: 'wrong-state' } };
const other = aSharing({ id: sharingId('other') });
const withSharing = (over: Partial<Sharing> = {}) => aCase({ sharings: [other, aSharing(over)] });
const after = (minutes: number) => plusMs(NOON, minutes * 60_000);
const review = { by: personId('leder'), at: after(60), verdict: 'right' } as const;

describe('share', () => {
  it('adds one to an open case, in whatever state, and none to one that has ended', () => {
    const shared = inEveryState().map(kase => [share(kase, aSharing()), isEnded(kase)] as const);

    shared.forEach(([done, ended]) => {
      expect(done).toMatchObject(ended ? WRONG_STATE : { value: { sharings: [aSharing()] } });
    });
  });
});

describe('share, in a case that carries very many already', () => {
  const carrying = (count: number) => aCase({ sharings: Array.from({ length: count }, () => other) });

  it('refuses what would make it too large to be saved', () => {
    expect(share(carrying(MOST_SHARINGS - 1), aSharing()).ok).toBe(true);
    expect(share(carrying(MOST_SHARINGS), aSharing())).toEqual(WRONG_STATE);
  });
});

describe('endSharing', () => {
  it('shuts it now, and leaves the others', () => {
    const done = endSharing(withSharing(), sharingId(), after(5));

    expect(done).toMatchObject({ value: { sharings: [other, { ...aSharing(), endedAt: after(5) }] } });
  });

  it('works in a case that has ended meanwhile', () => {
    const ended = aCase({ state: 'withdrawn', sharings: [aSharing()] });

    expect(endSharing(ended, sharingId(), after(5)).ok).toBe(true);
  });

  it.each([
    ['one that is shut', endSharing(withSharing(), sharingId(), after(60))],
    ['one that was stopped', endSharing(withSharing({ endedAt: after(1) }), sharingId(), after(2))],
    ['one that is not there', endSharing(withSharing(), sharingId('none'), after(2))],
  ])('does not shut %s', (_, done) => {
    expect(done).toEqual(WRONG_STATE);
  });
});

describe('reviewSharing', () => {
  it('keeps who judged it, when and how', () => {
    expect(reviewSharing(withSharing(), sharingId(), review)).toMatchObject({
      value: { sharings: [other, { review }] },
    });
  });

  it('takes one review, and only in time', () => {
    const late = { ...review, at: instant('2026-12-07T11:00:00.001') };

    expect(reviewSharing(withSharing({ review }), sharingId(), review)).toEqual(WRONG_STATE);
    expect(reviewSharing(withSharing(), sharingId('none'), review)).toEqual(WRONG_STATE);
    expect(reviewSharing(withSharing(), sharingId(), late)).toEqual({
      ok: false,
      error: { kind: 'review-too-late' },
    });
  });
});

describe('what the clock says', () => {
  it('is that it shut when it should, however late the clock is', () => {
    expect(endByTime(withSharing(), aSharing()).sharings).toEqual([
      other,
      { ...aSharing(), endedAt: aSharing().until },
    ]);
  });

  it('is that nobody reviewed it in time', () => {
    expect(missReview(withSharing(), aSharing(), after(9000)).sharings).toEqual([
      other,
      { ...aSharing(), missedAt: after(9000) },
    ]);
  });
});
