import { freshFor, sightOf } from '../../src/use-cases/sight';
import { aCase, aDecision, aDisqualification, anItem } from '../builders/cases';
import { derive, instant, meetingId, personId, seatId } from '../builders/ids';

const world = { derive };
const undecided = anItem();
const seen = { kase: aCase({ state: 'ready-for-review' }), item: undecided };

describe('sightOf', () => {
  it('is short, the same for the same case and item, and does not tell what is in them', () => {
    const mark = sightOf(world, seen);

    expect(mark).toMatch(/^[0-9a-f]{16}$/);
    expect(sightOf(world, { ...seen })).toBe(mark);
  });

  it.each([
    ['its state', { ...seen, kase: aCase({ state: 'mapping' }) }],
    ['when it came there', { ...seen, kase: { ...seen.kase, since: instant('2026-12-05T10:00') } }],
    ['whether it is urgent', { ...seen, kase: { ...seen.kase, urgent: true } }],
    ['a consent', { ...seen, kase: { ...seen.kase, consents: 1 } }],
    [
      'who is shut out',
      { ...seen, kase: { ...seen.kase, disqualified: [aDisqualification(personId('en'))] } },
    ],
    ['a decision on it', { ...seen, item: { ...undecided, decision: aDecision() } }],
  ])('is another when %s is another', (_what, now) => {
    expect(sightOf(world, now)).not.toBe(sightOf(world, seen));
  });

  it('is the same when a seat answers, and when it stands on another agenda', () => {
    const now = {
      kase: { ...seen.kase, meetingId: meetingId(), notes: [] },
      item: { ...undecided, answered: [seatId('dps')] },
    };

    expect(sightOf(world, now)).toBe(sightOf(world, seen));
  });
});

describe('freshFor', () => {
  const later = { ...seen, kase: aCase({ state: 'mapping' }) };

  it('T03 lets through what was seen as it is, and nothing else', () => {
    const mark = sightOf(world, seen);

    expect(freshFor(world, seen, mark).ok).toBe(true);
    expect([freshFor(world, later, mark), freshFor(world, seen, '')]).toEqual([
      { ok: false, error: { kind: 'changed-meanwhile' } },
      { ok: false, error: { kind: 'changed-meanwhile' } },
    ]);
  });

  it('compares nothing where nothing was seen', () => {
    expect(freshFor(world, seen, undefined).ok).toBe(true);
  });
});
