import { type Instant } from '../../src/domain/time';
import { aScene } from './scene';

const FIVE_MINUTES_MS = 300_000;

const anchored = () => {
  const made: Instant[] = [];
  const makeAnchor = (now: Instant): Promise<number> => {
    made.push(now);
    return Promise.resolve(1);
  };
  return { made, makeAnchor };
};

describe('anchoring', () => {
  it('begins with the first turn, and goes on every five minutes', async () => {
    const scene = aScene();
    const { made, makeAnchor } = anchored();
    const replica = scene.replica({ makeAnchor });

    await replica.tick();
    await replica.tick();
    expect(made).toHaveLength(1);

    scene.pass(FIVE_MINUTES_MS);
    await replica.tick();
    expect(made).toHaveLength(2);
  });

  it('is the leader’s alone', async () => {
    const scene = aScene();
    const { made, makeAnchor } = anchored();
    await scene.replica({ holder: 'leader' }).tick();

    const standby = scene.replica({ holder: 'standby', makeAnchor });
    await standby.tick();
    await standby.stop();

    expect(made).toEqual([]);
  });

  it('is done once more before the leader gives up', async () => {
    const scene = aScene();
    const { made, makeAnchor } = anchored();
    const replica = scene.replica({ makeAnchor });
    await replica.tick();

    await replica.stop();

    expect(made).toHaveLength(2);
  });

  it('keeps nothing from being sent when it fails, says so, and is tried again', async () => {
    const scene = aScene();
    let tries = 0;
    const makeAnchor = (): Promise<number> => {
      tries += 1;
      return Promise.reject(new Error('full'));
    };
    const replica = scene.replica({ makeAnchor });

    await replica.tick();
    scene.pass(FIVE_MINUTES_MS);
    await replica.tick();

    expect(tries).toBe(2);
    expect(scene.logged).toContain('make-anchor-failed Error');
  });
});
