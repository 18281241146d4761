import { wholeMatrix, kindsIn, knowAll } from './choose';
import { tryAll } from './matrix';
import { reportOf } from './report';
import { playScenes } from './scenes';

jest.setTimeout(3_600_000);
const AT_A_TIME = 10;
/** `EVERY=7` tries a seventh of them, `VERB=record-mapping` those of one press. */
const { EVERY = '1', VERB } = process.env;

describe('a fault on the way to the database', () => {
  it('at the requests of every verb is told within four seconds; trying again does it once', async () => {
    const { settings, clear } = await playScenes();
    const known = await knowAll(settings);

    const some = wholeMatrix(known)
      .filter(({ setting }) => VERB === undefined || setting.press.verb === VERB)
      .filter((_, n) => n % Number(EVERY) === 0);
    const verdicts = await tryAll(some, AT_A_TIME);

    clear();
    process.stdout.write(`${reportOf(verdicts, kindsIn(known))}\n`);
    expect(verdicts.filter(({ broken }) => broken.length > 0)).toEqual([]);
  });
});
