import { type Refusal } from '../../src/domain/refusal';
import { useCasesIn } from '../../src/use-cases/all';
import { err } from '../../src/result';
import { aDisqualification, anAction } from '../builders/cases';
import { caseId, commandId, NOON } from '../builders/ids';
import { aHouse, counted, type House, interrupted, keptIn, OWNER, touch, type Who } from './asking';
import { type Changing } from './changing';
import { CASE_VERBS, DRAFT_VERBS, MEETING_VERBS, PEOPLE_VERBS, SELF_VERBS } from './verbs';

const EVERY = [...CASE_VERBS, ...DRAFT_VERBS, ...MEETING_VERBS, ...PEOPLE_VERBS, ...SELF_VERBS];
const refusedAs = (kind: 'not-available' | 'wrong-state') => err<Refusal>({ kind });

const houseFor = ({ given }: Changing): House => {
  const house = aHouse();
  given(house);
  return house;
};

describe.each(EVERY.map(verb => [verb.operation, verb] as const))('%s', (_, verb) => {
  it('is recorded with the one who asked, the rule that allowed it, and nothing disclosed', async () => {
    const house = houseFor(verb);

    const done = await verb.ask(house.does, house.ask(verb.by));

    const { person } = house.who[verb.by];
    expect(done.ok).toBe(true);
    expect(house.events()).toMatchObject([
      {
        commandId: commandId(),
        at: NOON,
        by: { person: person.id, agency: person.agency, roles: person.roles },
        operation: verb.operation,
        subject: verb.subject,
        disclosed: [],
        allowed: true,
        rule: verb.rule,
      },
    ]);
  });

  it('T04 is done once when asked twice, and answers the same', async () => {
    const house = houseFor(verb);
    const first = await verb.ask(house.does, house.ask(verb.by));
    const kept = keptIn(house);

    const second = await verb.ask(house.does, house.ask(verb.by));

    expect(second).toEqual(first);
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toHaveLength(1);
  });

  it('T04 is done once when asked fifty times at once', async () => {
    const house = houseFor(verb);

    const answers = await Promise.all(
      Array.from({ length: 50 }, () => verb.ask(house.does, house.ask(verb.by))),
    );

    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    expect(house.events()).toHaveLength(1);
  });

  it('T23 begins again when somebody was first, and is then done', async () => {
    const house = houseFor(verb);
    const world = interrupted(house, () => {
      touch(house);
    });

    const done = await verb.ask(useCasesIn(world), house.ask(verb.by));

    expect(done.ok).toBe(true);
    expect(house.events()).toHaveLength(1);
  });

  it('gives up at the deadline, and has then done nothing', async () => {
    const house = houseFor(verb);
    const kept = keptIn(house);
    const deadline = new AbortController();
    const always = interrupted(
      house,
      () => {
        touch(house);
      },
      true,
    );
    const pause: House['pause'] = (attempt, within) => {
      if (attempt === 3) deadline.abort(new Error('too late'));
      return house.pause(attempt, within);
    };

    const asking = verb.ask(
      useCasesIn({ ...always, pause }),
      house.ask(verb.by, { within: deadline.signal }),
    );

    await expect(asking).rejects.toThrow('too late');
    expect(house.events()).toEqual([]);
    // What a code or a number points to may already be claimed; nothing else is touched.
    expect({ ...(JSON.parse(keptIn(house)) as object), codes: [] }).toEqual(JSON.parse(kept));
  });

  it('T05 is refused, and recorded as refused, when asked by somebody who was removed', async () => {
    const house = houseFor(verb);
    const kept = keptIn(house);

    const refused = await verb.ask(house.does, house.ask('gone'));

    expect(refused).toEqual(refusedAs('not-available'));
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toMatchObject([
      { operation: verb.operation, by: { person: 'sluttet' }, allowed: false, rule: 'none', disclosed: [] },
    ]);
  });
});

const OTHERS = {
  'someone of the same agency and role': 'colleague',
  'the keeper of the directory': 'admin',
  'someone without a role': 'owner',
} as const satisfies Readonly<Record<string, Who>>;
const NOT_SELF = EVERY.filter(verb => !SELF_VERBS.includes(verb));
/** The owner sees the case, and is told that this is not theirs to do. */
const OF_OWN_TASK = [
  ...['grant-new-date', 'cancel-action', 'reassign-action'],
  ...['accept-hand-over', 'decline-hand-over'],
];
const wrongOnes = NOT_SELF.flatMap(verb =>
  Object.entries(OTHERS)
    .filter(([, who]) => who !== verb.by && !(who === 'owner' && OF_OWN_TASK.includes(verb.operation)))
    .map(([name, who]) => [verb.operation, name, verb, who] as const),
);

describe('a change that is not yours', () => {
  it.each(wrongOnes)('T01 %s: %s is refused, it is recorded, and nothing changes', async (...row) => {
    const [, , verb, who] = row;
    const house = houseFor(verb);
    const kept = keptIn(house);

    const refused = await verb.ask(house.does, house.ask(who));

    expect(refused).toEqual(refusedAs('not-available'));
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toMatchObject([{ operation: verb.operation, allowed: false, rule: 'none' }]);
  });

  const ofCase = CASE_VERBS.map(verb => [verb.operation, verb] as const);

  it.each(ofCase)('%s is refused to somebody disqualified', async (_, verb) => {
    const house = aHouse();
    verb.given(house, { disqualified: [aDisqualification(house.who[verb.by].person.id)] });
    const kept = keptIn(house);

    const refused = await verb.ask(house.does, house.ask(verb.by));

    expect(refused).toEqual(refusedAs('not-available'));
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toMatchObject([{ operation: verb.operation, allowed: false }]);
  });

  it.each(ofCase)(
    'T24 %s reads and costs the same for no case, not yours and disqualified',
    async (_, verb) => {
      const none = aHouse();
      const notYours = houseFor(verb);
      const disqualified = aHouse();
      verb.given(disqualified, { disqualified: [aDisqualification(disqualified.who[verb.by].person.id)] });
      const tried = async (house: House, who: Who) => {
        const { world, calls } = counted(house);
        const answer = await verb.ask(useCasesIn(world), house.ask(who));
        return { answer, calls, events: house.events().map(({ rule, allowed }) => ({ rule, allowed })) };
      };

      const missing = await tried(none, verb.by);

      expect(await tried(notYours, 'colleague')).toEqual(missing);
      expect(await tried(disqualified, verb.by)).toEqual(missing);
    },
  );
});

describe('a change that comes too late', () => {
  const late = NOT_SELF.flatMap(verb =>
    verb.tooLate === undefined ? [] : [[verb.operation, verb, verb.tooLate] as const],
  );

  it.each(late)('T03 %s says so to whoever may see it, and changes nothing', async (_, verb, tooLate) => {
    const house = aHouse();
    tooLate(house);
    const kept = keptIn(house);

    const refused = await verb.ask(house.does, house.ask(verb.by));

    expect(refused).toEqual(refusedAs('wrong-state'));
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toMatchObject([{ operation: verb.operation, allowed: false, rule: 'none' }]);
  });

  it.each(late)('%s tells nobody else what state it is in', async (_, verb, tooLate) => {
    const house = aHouse();
    tooLate(house);

    const refused = await verb.ask(house.does, house.ask('colleague'));

    expect(refused).toEqual(refusedAs('not-available'));
  });

  it.each(late)('%s is decided anew when it came too late while it was asked', async (_, verb, tooLate) => {
    const house = houseFor(verb);
    const world = interrupted(house, () => {
      tooLate(house);
    });

    const refused = await verb.ask(useCasesIn(world), house.ask(verb.by));

    expect(refused).toEqual(refusedAs('wrong-state'));
    expect(house.events()).toMatchObject([{ allowed: false }]);
  });
});

describe('a task that is in another case', () => {
  it('is refused as one that is not there', async () => {
    const house = aHouse();
    house.putTask(anAction({ caseId: caseId('other'), owner: OWNER }));
    const [verb] = CASE_VERBS.filter(({ operation }) => operation === 'complete-action');

    const refused = await verb?.ask(house.does, house.ask('owner'));

    expect(refused).toEqual(refusedAs('not-available'));
  });
});
