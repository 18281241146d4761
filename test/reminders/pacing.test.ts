import fc from 'fast-check';
import {
  type Bucket,
  createPacer,
  type Limit,
  spent,
  TEAMS_LIMITS,
  waitFor,
} from '../../src/reminders/pacing';

const TWO_A_SECOND: readonly Limit[] = [{ count: 2, perMs: 1_000 }];

const sendAll = (limits: readonly Limit[], gaps: readonly number[]): Bucket => {
  const clock = { now: 0 };
  const sent: number[] = [];
  gaps.reduce<Bucket>((bucket, gap) => {
    clock.now += gap;
    clock.now += waitFor(bucket, limits, clock.now);
    sent.push(clock.now);
    return spent(bucket, limits, clock.now);
  }, []);
  return sent;
};
const mostWithin = (sent: Bucket, perMs: number): number =>
  Math.max(0, ...sent.map(from => sent.filter(at => at >= from && at < from + perMs).length));

describe('waitFor', () => {
  it('lets the first ones go at once', () => {
    const bucket = spent([], TWO_A_SECOND, 0);

    const wait = waitFor(bucket, TWO_A_SECOND, 10);

    expect(wait).toBe(0);
  });

  it('waits until the oldest that counts is out of its window', () => {
    const bucket = [0, 400];

    const wait = waitFor(bucket, TWO_A_SECOND, 500);

    expect(wait).toBe(500);
  });

  it('heeds the strictest of several limits', () => {
    const limits = [...TWO_A_SECOND, { count: 3, perMs: 10_000 }];

    const wait = waitFor([0, 2_000, 4_000], limits, 6_000);

    expect(wait).toBe(4_000);
  });

  it('never lets more through than a limit says, in any window', () => {
    const limits = TEAMS_LIMITS.thread.slice(0, 2);
    const gaps = fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 120 });

    const holds = fc.property(gaps, some => {
      const sent = sendAll(limits, some);
      return limits.every(({ count, perMs }) => mostWithin(sent, perMs) <= count);
    });

    fc.assert(holds);
  });

  it('lets through as much as the limit says', () => {
    const atOnce = Array.from({ length: 14 }, () => 0);

    const sent = sendAll(TEAMS_LIMITS.thread.slice(0, 1), atOnce);

    expect(sent.filter(at => at === 0)).toHaveLength(7);
    expect(sent.filter(at => at === 1_000)).toHaveLength(7);
  });
});

describe('spent', () => {
  it('forgets what no limit counts any more', () => {
    const bucket = spent([0, 900], TWO_A_SECOND, 1_500);

    expect(bucket).toEqual([900, 1_500]);
  });
});

describe('createPacer', () => {
  const limits = { thread: TWO_A_SECOND, overall: [{ count: 3, perMs: 1_000 }] };

  it('counts each thread apart', () => {
    const pacer = createPacer(limits, () => 0);
    pacer.keep('one').begin();
    pacer.keep('one').begin();

    const waits = [pacer.wait('one'), pacer.wait('other')];

    expect(waits).toEqual([1_000, 0]);
  });

  it('counts all threads together too', () => {
    const pacer = createPacer(limits, () => 0);
    ['one', 'other', undefined].forEach(thread => {
      pacer.keep(thread).begin();
    });

    const waits = [pacer.wait('a third'), pacer.wait()];

    expect(waits).toEqual([1_000, 1_000]);
  });

  it('still remembers a full thread after another was forgotten', () => {
    const clock = { now: 0 };
    const pacer = createPacer(limits, () => clock.now);
    pacer.keep('old').begin();
    clock.now = 1_200;
    pacer.keep('one').begin();
    pacer.keep('one').begin();

    const waits = [pacer.wait('one'), pacer.wait('old')];

    expect(waits).toEqual([1_000, 0]);
  });

  it('counts a slot that is kept until it is given back', () => {
    const clock = { now: 0 };
    const pacer = createPacer(limits, () => clock.now);
    const slots = [pacer.keep('one'), pacer.keep('one')];
    clock.now = 5_000;
    const kept = pacer.wait('one');

    slots.forEach(({ giveBack }) => {
      giveBack();
    });

    expect([kept, pacer.wait('one')]).toEqual([1_000, 0]);
  });

  it('counts a send from when it began, not from when its slot was kept', () => {
    const clock = { now: 0 };
    const pacer = createPacer(limits, () => clock.now);
    const slots = [pacer.keep('one'), pacer.keep('one')];
    clock.now = 800;
    slots.forEach(({ begin }) => {
      begin();
    });
    clock.now = 1_100;

    expect(pacer.wait('one')).toBe(700);
  });
});
