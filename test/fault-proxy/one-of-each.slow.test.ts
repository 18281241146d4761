import { oneOfEach, kindsIn, knowAll } from './choose';
import { tryAll } from './matrix';
import { reportOf } from './report';
import { playScenes } from './scenes';

jest.setTimeout(180_000);
const AT_A_TIME = 4;

describe('a fault on the way to the database', () => {
  it('of every kind, at every kind of request, is told within four seconds; trying again does it once', async () => {
    const { settings, clear } = await playScenes();
    const known = await knowAll(settings);

    const verdicts = await tryAll(oneOfEach(known), AT_A_TIME);

    clear();
    process.stdout.write(`${reportOf(verdicts, kindsIn(known))}\n`);
    expect(verdicts.filter(({ broken }) => broken.length > 0)).toEqual([]);
  });
});
