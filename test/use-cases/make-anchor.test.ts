import { type Anchor, type Leaf } from '../../src/audit/anchor';
import { type Instant, plusMs } from '../../src/domain/time';
import { makeAnchor } from '../../src/use-cases/make-anchor';
import { NOON } from '../builders/ids';
import { inTime } from '../fakes/fake-world';

const leaf = (partition: string, sequence: number): Leaf => ({
  partition,
  sequence,
  hash: `h${sequence.toString()}`,
});

/** Chains that end where the test says, and anchors kept as they come. */
const aVault = (ends: readonly Leaf[]) => {
  const kept: Anchor[] = [];
  const asked: (Instant | undefined)[] = [];
  const state = { ends };
  const make = makeAnchor({
    anchors: {
      last: () => Promise.resolve(kept.at(-1)),
      append: anchor => {
        if (kept.some(({ number }) => number === anchor.number)) return Promise.resolve('already-there');
        kept.push(anchor);
        return Promise.resolve('done');
      },
    },
    endsSince: since => {
      asked.push(since);
      return Promise.resolve(state.ends);
    },
    seal: {
      tree: { leaf: text => text, node: (one, other) => `${one}${other}` },
      hash: text => text,
      sign: () => ({ keyId: 'key', signature: 'signed' }),
    },
  });
  return { kept, asked, state, make: (now: Instant = NOON) => make(now, inTime()) };
};

describe('makeAnchor', () => {
  it('takes in every chain the first time, in the order of their names', async () => {
    const { kept, asked, make } = aVault([leaf('b', 2), leaf('a', 1)]);

    expect(await make()).toBe(2);

    expect(asked).toEqual([undefined]);
    expect(kept).toMatchObject([{ number: 1, at: NOON, previous: '', leaves: [leaf('a', 1), leaf('b', 2)] }]);
  });

  it('looks a little further back than the last one, and takes in only what grew', async () => {
    const { kept, asked, state, make } = aVault([leaf('a', 1), leaf('b', 2)]);
    await make();
    state.ends = [leaf('a', 1), leaf('b', 3)];

    expect(await make(plusMs(NOON, 300_000))).toBe(1);

    expect(asked[1]).toBe(plusMs(NOON, -120_000));
    expect(kept[1]).toMatchObject({ number: 2, leaves: [leaf('b', 3)] });
    expect(kept[1]?.previous).not.toBe('');
  });

  it('makes none when nothing grew', async () => {
    const { kept, make } = aVault([leaf('a', 1)]);
    await make();

    expect(await make()).toBe(0);

    expect(kept).toHaveLength(1);
  });

  it('leaves the anchor of another leader alone', async () => {
    const { kept, make } = aVault([leaf('a', 1)]);

    const both = await Promise.all([make(), make()]);

    expect([...both].sort()).toEqual([0, 1]);
    expect(kept).toHaveLength(1);
  });
});
