import { aDisqualification } from '../builders/cases';
import { err } from '../../src/result';
import { useCasesIn } from '../../src/use-cases/all';
import { type World } from '../../src/use-cases/world';
import { commandId, NOON } from '../builders/ids';
import { aHouse, counted, type House, keptIn, type Who } from './asking';
import { CASE_LOOKS, LISTS, type Looking } from './verbs';

const EVERY = [...CASE_LOOKS, ...LISTS];
const NOT_AVAILABLE = err({ kind: 'not-available' });

const houseFor = ({ given }: Looking): House => {
  const house = aHouse();
  given(house);
  return house;
};

/** Where the directory cannot keep an event; what was asked of the other ports is remembered. */
const withoutAudit = (house: House) => {
  const full: World['people'] = {
    ...house.people,
    recordLookup: () => Promise.reject(new Error('the audit is full')),
  };
  return counted({ ...house, people: full });
};

/** What may be asked for before the event is stored: what is needed to judge, and nothing that is sealed. */
const BEFORE = [
  'cases.load',
  'cases.item',
  'cases.itemsOfCase',
  'cases.action',
  'meetings.load',
  'people.recordLookup',
];

describe.each(EVERY.map(look => [look.operation, look] as const))('%s', (_, look) => {
  it('T05 is refused, and recorded as refused, to somebody who was removed', async () => {
    const house = houseFor(look);

    const refused = await look.ask(house.does, house.ask('gone'));

    expect(refused).toEqual(NOT_AVAILABLE);
    expect(house.events()).toMatchObject([
      { operation: look.operation, by: { person: 'sluttet' }, allowed: false, rule: 'none', disclosed: [] },
    ]);
  });

  it('changes nothing', async () => {
    const house = houseFor(look);
    const kept = keptIn(house);

    const seen = await look.ask(house.does, house.ask(look.by));

    expect(seen.ok).toBe(true);
    expect(keptIn(house)).toBe(kept);
  });

  it('is not answered after the deadline', async () => {
    const house = houseFor(look);
    const within = AbortSignal.abort(new Error('too late'));

    const looking = look.ask(house.does, house.ask(look.by, { within }));

    await expect(looking).rejects.toThrow('too late');
    expect(house.events()).toEqual([]);
  });
});

describe.each(EVERY.filter(({ silent }) => silent !== true).map(look => [look.operation, look] as const))(
  '%s, which shows something',
  (_, look) => {
    it('is recorded with the one who asked and the rule that allowed it', async () => {
      const house = houseFor(look);

      await look.ask(house.does, house.ask(look.by));

      const { person } = house.who[look.by];
      expect(house.events()).toMatchObject([
        {
          commandId: commandId(),
          at: NOON,
          by: { person: person.id, agency: person.agency, roles: person.roles },
          operation: look.operation,
          subject: look.subject,
          allowed: true,
          rule: look.rule,
        },
      ]);
    });

    it('shows nothing, and opens nothing, when the event cannot be stored', async () => {
      const house = houseFor(look);
      const { world, calls } = withoutAudit(house);

      const looking = look.ask(useCasesIn(world), house.ask(look.by));

      await expect(looking).rejects.toThrow('the audit is full');
      expect(calls.filter(call => !BEFORE.includes(call))).toEqual([]);
    });

    it('is an event of its own every time', async () => {
      const house = houseFor(look);
      await look.ask(house.does, house.ask(look.by));

      await look.ask(house.does, house.ask(look.by, { command: 'another' }));

      expect(house.events()).toHaveLength(2);
    });
  },
);

const OTHERS = ['colleague', 'admin', 'owner', 'author', 'member'] as const satisfies readonly Who[];
/** Who may look without being the one the table names. */
const ALSO: Readonly<Record<string, readonly Who[]>> = {
  'open-case': ['author'],
  'open-consent': ['author'],
  'open-plan': ['author'],
  'open-decisions': ['author'],
  'start-record-consent': ['author'],
  'open-item': ['author', 'member'],
  'open-agenda': ['member'],
  'open-gaps': ['member'],
  'open-incidents': ['author'],
  'list-my-referrals': ['author', 'colleague'],
};

describe('a look at what is not yours', () => {
  const rows = EVERY.flatMap(look =>
    OTHERS.filter(who => who !== look.by && ALSO[look.operation]?.includes(who) !== true).map(
      who => [look.operation, who, look] as const,
    ),
  );

  it.each(rows)('T01 T28 %s by the %s is refused, and recorded as refused', async (_, who, look) => {
    const house = houseFor(look);
    const kept = keptIn(house);

    const refused = await look.ask(house.does, house.ask(who));

    expect(refused).toEqual(NOT_AVAILABLE);
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toMatchObject([
      { operation: look.operation, allowed: false, rule: 'none', disclosed: [] },
    ]);
  });

  const ofCase = CASE_LOOKS.map(look => [look.operation, look] as const);

  it.each(ofCase)(
    'T24 %s reads and costs the same for no case, not yours and disqualified',
    async (_, look) => {
      const none = aHouse();
      const notYours = houseFor(look);
      const disqualified = aHouse();
      look.given(disqualified, { disqualified: [aDisqualification(disqualified.who[look.by].person.id)] });
      const tried = async (house: House, who: Who) => {
        const { world, calls } = counted(house);
        const answer = await look.ask(useCasesIn(world), house.ask(who));
        return { answer, calls, events: house.events().map(({ rule, allowed }) => ({ rule, allowed })) };
      };

      const missing = await tried(none, look.by);

      expect(missing.answer).toEqual(NOT_AVAILABLE);
      expect(await tried(notYours, 'colleague')).toEqual(missing);
      expect(await tried(disqualified, look.by)).toEqual(missing);
    },
  );
});
