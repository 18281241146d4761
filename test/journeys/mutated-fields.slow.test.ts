import { faults, leave, doneWithGoodData, spoils, standing, VERBS } from './every-field';

/** `WAYS=4` tries four ways a field, not the same for all. */
const WAYS = Number(process.env['WAYS'] ?? Infinity);

beforeAll(standing, 120_000);
afterAll(leave);

describe('one field of a press, spoilt in many ways', () => {
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
    120_000,
  );
});
