import { plusMs } from '../../src/domain/time';
import { backoffMs, fateOf, fateOfOpening, tryShortly } from '../../src/reminders/retry';
import { type SendFailure } from '../../src/use-cases/ports/messenger';
import { NOON } from '../builders/ids';

const trying = { now: NOON, attempts: 1, chance: 0 };

describe('backoffMs', () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [5, 16_000],
    [9, 150_000],
    [5_000, 150_000],
  ])('doubles with every try and is bounded: after %d tries %d ms at the least', (attempts, least) => {
    expect(backoffMs(attempts, 0)).toBe(least);
  });

  it('spreads over as much again', () => {
    expect(backoffMs(3, 0.5)).toBe(6_000);
  });
});

describe('fateOf', () => {
  it('waits as long as it was told, and a second for the clock', () => {
    const fate = fateOf({ kind: 'throttled', retryAfterMs: 30_000 }, trying);

    expect(fate).toEqual({ kind: 'postpone', at: plusMs(NOON, 31_000) });
  });

  it('waits a little when it was not told how long, with jitter', () => {
    const fate = fateOf({ kind: 'throttled' }, { ...trying, chance: 0.5 });

    expect(fate).toEqual({ kind: 'postpone', at: plusMs(NOON, 2_500) });
  });

  it('tries again later what surely was not sent', () => {
    const fate = fateOf({ kind: 'unavailable' }, { ...trying, attempts: 3 });

    expect(fate).toEqual({ kind: 'postpone', at: plusMs(NOON, 4_000) });
  });

  it.each<[SendFailure, object]>([
    [{ kind: 'ambiguous' }, { kind: 'leave' }],
    [{ kind: 'gone' }, { kind: 'settle', state: 'dead' }],
    [
      { kind: 'refused', status: 400 },
      { kind: 'settle', state: 'dead' },
    ],
  ])('meets %j with %j', (failure, fate) => {
    expect(fateOf(failure, trying)).toEqual(fate);
  });
});

describe('fateOfOpening', () => {
  it.each<[SendFailure, object]>([
    [{ kind: 'gone' }, { kind: 'settle', state: 'waiting' }],
    [{ kind: 'ambiguous' }, { kind: 'postpone', at: plusMs(NOON, 1_000) }],
    [{ kind: 'unavailable' }, { kind: 'postpone', at: plusMs(NOON, 1_000) }],
    [
      { kind: 'refused', status: 400 },
      { kind: 'settle', state: 'dead' },
    ],
  ])('meets %j with %j', (failure, fate) => {
    expect(fateOfOpening(failure, trying)).toEqual(fate);
  });
});

describe('tryShortly', () => {
  it('comes back within two seconds however often it was tried', () => {
    expect(tryShortly({ ...trying, attempts: 40, chance: 0.5 })).toEqual({
      kind: 'postpone',
      at: plusMs(NOON, 1_500),
    });
  });
});
