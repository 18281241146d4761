import { faults, leave, doneWithGoodData, spoils, standing, VERBS } from './every-field';

/** One way a field, not the same for all; every way is tried by `npm run test:slow`. */
const WAYS = 1;

beforeAll(standing, 120_000);
afterAll(leave);

describe('one field of a press, spoilt', () => {
  it('is all that is wrong with it: good data does what it is for', async () => {
    expect((await doneWithGoodData()).length).toBeGreaterThan(42);
  });

  it.each(VERBS)(
    'T02 %s gets a card, does nothing by half, and shows nothing of anybody else’s',
    async verb => {
      const wrong = await spoils(verb, WAYS);

      expect(wrong).toEqual([]);
      expect(faults()).toEqual([]);
    },
  );
});
