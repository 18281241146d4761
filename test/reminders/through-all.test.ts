import { throughAll } from '../../src/reminders/through-all';

const key = (one: string): string => one;

describe('throughAll', () => {
  it('goes on until a page is empty', async () => {
    const left = ['a', 'b', 'c'];

    const count = await throughAll({
      page: () => Promise.resolve(left.slice(0, 2)),
      key,
      handle: one => Promise.resolve(left.splice(left.indexOf(one), 1).length === 1),
    });

    expect(count).toBe(3);
    expect(left).toEqual([]);
  });

  it('tries what stays where it is only once', async () => {
    const tried: string[] = [];

    const count = await throughAll({
      page: () => Promise.resolve(['stuck', 'stuck too']),
      key,
      handle: one => Promise.resolve(tried.push(one) > 0),
    });

    expect(tried).toEqual(['stuck', 'stuck too']);
    expect(count).toBe(2);
  });

  it('takes a fresh page when one can go no further, and what was left of it with it', async () => {
    const tried: string[] = [];
    const left = ['a', 'b', 'c', 'd'];
    const look = { room: 0 };

    await throughAll({
      page: () => {
        look.room = 2;
        return Promise.resolve(left.filter(one => !tried.includes(one)));
      },
      key,
      handle: one => {
        look.room -= 1;
        if (look.room < 0) return Promise.resolve(false);
        return Promise.resolve(tried.push(one) > 0);
      },
    });

    expect(tried).toEqual(left);
  });

  it('ends when nothing can be taken up at all', async () => {
    const count = await throughAll({
      page: () => Promise.resolve(['a']),
      key,
      handle: () => Promise.resolve(false),
    });

    expect(count).toBe(0);
  });

  it('takes lanes at once, each in its order, and what is in none before them', async () => {
    const [begun, ended]: readonly [string[], string[]] = [[], []];
    const left = ['a1', 'b1', 'first', 'a2', 'c1'];
    const isDone = { once: false };

    await throughAll<string>({
      page: () => Promise.resolve(isDone.once ? [] : left),
      key,
      lane: one => (one === 'first' ? undefined : one.slice(0, 1)),
      lanes: 2,
      handle: async one => {
        isDone.once = true;
        begun.push(one);
        await new Promise(resolve => setImmediate(resolve));
        ended.push(one);
        return true;
      },
    });

    expect(begun).toEqual(['first', 'a1', 'b1', 'a2', 'c1']);
    expect(ended.slice(0, 1)).toEqual(begun.slice(0, 1));
    expect(begun.indexOf('b1')).toBeLessThan(begun.indexOf('a2'));
  });

  it('begins nothing more in any lane when one can go no further', async () => {
    const tried: string[] = [];
    const pages = [['a1', 'b1', 'a2', 'b2', 'c1'], []];

    await throughAll<string>({
      page: () => Promise.resolve(pages.shift() ?? []),
      key,
      lane: one => one.slice(0, 1),
      lanes: 2,
      handle: async one => {
        tried.push(one);
        await Promise.resolve();
        return one !== 'a1';
      },
    });

    expect(tried).toEqual(['a1', 'b1']);
  });
});
