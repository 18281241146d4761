import fc from 'fast-check';
import { nodesIn } from '../cards/rules';
import { aHouse, keptIn, touch } from '../use-cases/asking';
import { aFront, isRefusal, unmarked, wrongWith } from './front';
import { type GoodPress } from './good-press';
import { GOOD } from './presses';

const VERBS = Object.entries(GOOD);
const frontFor = ({ given }: GoodPress) => {
  const house = aHouse();
  given(house);
  return aFront(house);
};

/** What nobody's card sends: other types, what is far too long, and what objects answer to by themselves. */
const JUNK: readonly unknown[] = [
  null,
  0,
  true,
  [],
  {},
  '',
  ' ',
  'x'.repeat(5_000),
  '01010112345',
  '../../other',
  '__proto__',
  { $ne: null },
  ['yes'],
];

describe('handlersFor', () => {
  it('answers every verb, and this test knows every one', () => {
    expect(Object.keys(aFront().handlers).toSorted()).toEqual(Object.keys(GOOD).toSorted());
  });

  it.each(VERBS)('%s: answers a good press with a card that is in order', async (verb, good) => {
    const front = frontFor(good);
    const before = keptIn(front.house);

    const card = await front.handlers[verb]?.answer(await front.turn(good.by), good.data);

    expect(card).toBeDefined();
    expect(isRefusal(card ?? {}, 'not-available')).toBe(false);
    expect(wrongWith(card ?? {})).toEqual([]);
    expect(keptIn(front.house) === before).toBe(!good.changes);
  });

  it.each(VERBS)('%s: is a change exactly when it changes something', (verb, good) => {
    const { handlers } = aFront();

    const kind = handlers[verb]?.kind;

    expect(kind).toBe(good.changes ? 'change' : 'read');
  });

  it.each(VERBS)('T02 %s: takes any data without a fault, and keeps nothing of it', async (verb, good) => {
    const front = frontFor(good);
    const kept = keptIn(front.house);
    const turn = await front.turn(good.by);

    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async data => {
        const card = await front.handlers[verb]?.answer(turn, data);

        expect(card === undefined || nodesIn(card).length > 0).toBe(true);
        expect(keptIn(front.house)).toBe(kept);
      }),
      { numRuns: 40 },
    );
  });

  const FIELDS = VERBS.flatMap(([verb, good]) =>
    Object.keys(good.data).map(field => [verb, field, good] as const),
  );

  it.each(FIELDS)(
    'T02 %s: takes anything as %s without a fault, and does nothing by half',
    async (verb, field, good) => {
      const whole = frontFor(good);
      await whole.handlers[verb]?.answer(await whole.turn(good.by), good.data);
      const events = whole.house.events().filter(({ allowed }) => allowed).length;

      for (const junk of JUNK) {
        const front = frontFor(good);
        const kept = keptIn(front.house);

        const card = await front.handlers[verb]?.answer(await front.turn(good.by), {
          ...good.data,
          [field]: junk,
        });

        const changed = keptIn(front.house) !== kept;
        expect(card === undefined ? [] : wrongWith(card)).toEqual([]);
        expect(changed && card === undefined).toBe(false);
        expect(front.house.events().filter(({ allowed }) => allowed).length).toBeLessThanOrEqual(
          Math.max(events, 1),
        );
      }
    },
  );

  const MORE = {
    version: 99,
    author: 'kollega',
    by: 'tilgangsansvarlig',
    agency: 'kronstad-dps',
    roles: ['admin', 'coordinator'],
    origin: 'innsatsgruppen',
    state: 'active',
    at: '2020-01-01T00:00:00.000Z',
    commandId: 'f'.repeat(64),
    personIds: ['x'],
    recordedBy: 'kollega',
    understood: 'yes',
  };

  it.each(VERBS.filter(([verb]) => verb !== 'save-person'))(
    'T02 %s: reads nothing of the data but what it asked for',
    async (verb, good) => {
      const [plain, laden] = [frontFor(good), frontFor(good)];

      await plain.handlers[verb]?.answer(await plain.turn(good.by), good.data);
      await laden.handlers[verb]?.answer(await laden.turn(good.by), { ...MORE, ...good.data });

      expect(keptIn(laden.house)).toBe(keptIn(plain.house));
      expect(laden.house.events()).toEqual(plain.house.events());
    },
  );

  const STRANGERS = VERBS.filter(
    ([verb]) =>
      !/^(show-|choose-|list-my-|close-|record-own-|start-referral|start-declaration|sign-declaration|start-hours|start-absence|set-absence|end-absence)/.test(
        verb,
      ),
  );

  it.each(STRANGERS)(
    'T01 %s: is refused to a colleague, with state unchanged and the refusal kept',
    async (verb, good) => {
      const front = frontFor(good);
      const kept = keptIn(front.house);

      const card = await front.press('colleague', verb, good.data);

      expect(isRefusal(card, 'not-available')).toBe(true);
      expect(keptIn(front.house)).toBe(kept);
      expect(front.house.events().at(-1)).toMatchObject({ allowed: false, rule: 'none' });
    },
  );

  it.each(VERBS)('T05 %s: is dead at once for somebody removed', async (verb, good) => {
    const front = frontFor(good);
    const file = front.house.who[good.by];
    front.house.enrol({ ...file.person, removedOn: file.person.removedOn ?? ('2026-12-04' as never) });
    const kept = keptIn(front.house);

    const card = await front.press(good.by, verb, good.data);

    expect(JSON.stringify(card)).toContain('Tilgangsansvarlig');
    expect(keptIn(front.house)).toBe(kept);
    expect(front.house.events()).toEqual([]);
  });

  it.each(VERBS.filter(([, { changes }]) => changes))(
    'T04 %s: pressed twice on one card is done once, and answered the same',
    async (verb, good) => {
      const front = frontFor(good);
      const data = { ...good.data, nonce: 'the card’s' };

      const first = await front.press(good.by, verb, data);
      const kept = keptIn(front.house);
      touch(front.house);
      const second = await front.press(good.by, verb, data);

      expect(unmarked(second)).toEqual(unmarked(first));
      expect(keptIn(front.house)).toBe(kept);
    },
  );
});
