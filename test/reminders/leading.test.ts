import { plusMs } from '../../src/domain/time';
import { lead } from '../../src/reminders/leading';
import { USUAL } from '../../src/reminders/settings';
import { NOON } from '../builders/ids';
import { fakeWorld, inTime } from '../fakes/fake-world';

const asking = (clock: { now: number }) => ({
  outbox: fakeWorld().outbox,
  mono: () => clock.now,
  holder: 'replica-1',
  timeout: inTime,
  settings: USUAL,
});

describe('lead', () => {
  it('is at the end of the second that the database told, for the whole look', async () => {
    const clock = { now: 5_000 };
    const leading = await lead(asking(clock));
    clock.now += 3_000;

    const now = leading?.now();

    expect(now).toBe(plusMs(NOON, 999));
  });

  it('has room for a send in the first half of the lease only', async () => {
    const clock = { now: 0 };
    const leading = await lead(asking(clock));

    const room = [0, 28_000, 28_001, 60_000].map(at => {
      clock.now = at;
      return leading?.hasRoom();
    });

    expect(room).toEqual([true, true, false, false]);
  });

  it('counts the time the question took as gone', async () => {
    const clock = { now: 0 };
    const { outbox, ...rest } = asking(clock);
    const slow: Pick<typeof outbox, 'lead'> = {
      lead: async (...asked) => {
        const answer = await outbox.lead(...asked);
        clock.now += 40_000;
        return answer;
      },
    };

    const leading = await lead({ ...rest, outbox: slow });

    expect(leading?.hasRoom()).toBe(false);
  });

  it('gives nothing while another holds the lease', async () => {
    const first = asking({ now: 0 });
    await lead(first);

    const second = await lead({ ...first, holder: 'replica-2' });

    expect(second).toBeUndefined();
  });
});
