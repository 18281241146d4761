import { dataOf, inputIn, verbsIn, wordsIn } from '../../cards/rules';
import { aDecision, anItem } from '../../builders/cases';
import { caseId, decisionId, personId } from '../../builders/ids';
import { aHouse, caseIn, keptIn, putReferral } from '../../use-cases/asking';
import { PLAN_VALUES } from '../../use-cases/verbs';
import { aFront, isRefusal, titleOf, words, wrongWith } from '../front';
import { GOOD } from '../presses';

const t = words();
const opened = (verb: string) => {
  const front = aFront(aHouse());
  GOOD[verb]?.given(front.house);
  const press = async (over: Readonly<Record<string, unknown>> = {}, who = GOOD[verb]?.by ?? 'author') => {
    const data = { ...GOOD[verb]?.data, ...over };
    return (await front.handlers[verb]?.answer(await front.turn(who), data)) ?? {};
  };
  return { ...front, press };
};

describe('record-mapping', () => {
  it('answers with the mapping at a glance, and tells that it was shown', async () => {
    const { press, house } = opened('record-mapping');

    const card = await press();

    expect(wordsIn(card)).toContain('Rød · Etat for sosiale tjenester');
    expect(house.events().map(({ operation }) => operation)).toEqual(['record-mapping', 'open-mapping']);
  });

  it.each([
    ['a phone number', { 'text-housing': 'Ring 99 88 77 66' }, t.mapping.problems['holds-number']],
    ['an identity number', { 'text-housing': '010190 12345' }, t.mapping.problems['holds-number']],
    ['a text without a level', { housing: '', 'text-housing': 'Ute' }, t.mapping.problems.unanswered],
    ['a text that is too long', { 'text-housing': 'x'.repeat(250) }, t.mapping.problems['too-long']],
  ])('gives the form back with all that was typed, for %s', async (_, over, says) => {
    const { press, house } = opened('record-mapping');
    const before = keptIn(house);

    const card = await press({ economy: 'green', ...over });

    expect(wordsIn(card)).toContain(says);
    expect(inputIn(card, 'text-housing')['value']).toBe(over['text-housing']);
    expect(inputIn(card, 'economy')['value']).toBe('green');
    expect(dataOf(card, 'record-mapping')['version']).toBe(GOOD['record-mapping']?.data['version']);
    expect(keptIn(house)).toBe(before);
  });

  it('keeps what was typed when a colleague was first, shows what they saved, and saves over it when pressed again', async () => {
    const { press, house, handlers, turn } = opened('record-mapping');
    await house.does.recordMapping({
      ...house.ask('author', { command: 'first' }),
      ...{ caseId: caseId(), values: { economy: 'red' } },
    });
    await house.does.recordMapping({
      ...house.ask('author', { command: 'colleague' }),
      ...{ caseId: caseId(), values: { housing: 'green', 'text-housing': 'Har bolig' } },
    });

    const card = await press();

    expect(inputIn(card, 'text-housing')['value']).toBe('Sover ute');
    expect(wordsIn(card)).toContain('Lagret nå: «Grønn: Har bolig»');
    expect(wrongWith(card)).toEqual([]);
    const again = { ...GOOD['record-mapping']?.data, ...dataOf(card, 'record-mapping') };
    const saved = await handlers['record-mapping']?.answer(
      { ...(await turn('author')), asked: house.ask('author', { command: 'again' }) },
      again,
    );
    expect(wordsIn(saved ?? {})).toContain('Rød · Etat for sosiale tjenester');
  });
});

describe('open-mapping', () => {
  it('is no longer available to the group once the person has withdrawn', async () => {
    const { press, house } = opened('open-mapping');
    putReferral(house, { state: 'withdrawn', presented: true });

    expect(titleOf(await press({}, 'member'))).toContain(t.refusal.gone.title);
    expect(verbsIn(await press({}, 'coordinator'))).toContain('open-mapping');
  });
});

describe('write-plan', () => {
  it('answers with the plan', async () => {
    const { press } = opened('write-plan');

    expect(wordsIn(await press())).toContain(`«${PLAN_VALUES['goal-1']}»`);
  });

  it('asks before the contact person changes, and saves when it is ticked for that very person', async () => {
    const { press, house } = opened('write-plan');
    const plan = { version: 1, contact: personId('innmelder'), writtenOn: '2026-12-01' };
    putReferral(house, { state: 'active', presented: true, plan } as never);

    const asked = await press({ version: '1' });
    const carried = dataOf(asked, 'write-plan');
    const unticked = await press({ ...carried, confirm: 'no' });
    const ticked = await press({ ...carried, confirm: 'yes' });

    expect(wordsIn(asked)).toContain(t.plan.changesTitle);
    expect(inputIn(asked, 'goal-1')['value']).toBe(PLAN_VALUES['goal-1']);
    expect(wordsIn(unticked)).toContain(t.plan.changesTitle);
    expect(wordsIn(ticked)).not.toContain(t.plan.changesTitle);
    expect(caseIn(house, caseId())?.plan).toMatchObject({ version: 2, contact: 'ansvarlig' });
  });

  it('does not take a tick that was asked for somebody else', async () => {
    const { press, house } = opened('write-plan');
    const plan = { version: 1, contact: personId('innmelder'), writtenOn: '2026-12-01' };
    putReferral(house, { state: 'active', presented: true, plan } as never);

    await press({ version: '1', confirm: 'yes', confirms: 'medlem-dps' });

    expect(caseIn(house, caseId())?.plan?.version).toBe(1);
  });

  it('shows the newer version to whoever wrote over an older one, and loses nothing they typed', async () => {
    const { press, house, handlers, turn } = opened('write-plan');
    await house.does.writePlan({
      ...house.ask('coordinator', { command: 'first' }),
      ...{ caseId: caseId(), values: { ...PLAN_VALUES, 'goal-1': 'Skrevet av en annen' } },
    });

    const card = await press();

    expect(wordsIn(card)).toContain('«Skrevet av en annen»');
    expect(wordsIn(card)).toContain(t.plan.meanwhile);
    const form = await handlers['start-plan']?.answer(await turn('coordinator'), dataOf(card, 'start-plan'));
    expect(inputIn(form ?? {}, 'goal-1')['value']).toBe(PLAN_VALUES['goal-1']);
    expect(dataOf(form ?? {}, 'write-plan')['version']).toBe('1');
  });

  it('refuses an identity number in a goal by the field', async () => {
    const card = await opened('write-plan').press({ 'goal-2': '01019012345' });

    expect(wordsIn(card)).toContain(t.plan.problems['holds-number']);
    expect(inputIn(card, 'goal-2')['value']).toBe('01019012345');
  });
});

describe('create-action for a new measure', () => {
  const measured = () => {
    const front = opened('create-action');
    const decision = aDecision({ question: 'other', outcome: { kind: 'recommended' } });
    front.house.putItem(anItem({ decision }));
    return front;
  };

  it('is refused by the field without a decision that recommends it, and keeps what was chosen', async () => {
    const card = await measured().press({ kind: 'new-measure', tried: 'lar' });

    expect(wordsIn(card)).toContain('Velg beslutningen som anbefaler tiltaket.');
    expect(inputIn(card, 'kind')['value']).toBe('new-measure');
    expect(inputIn(card, 'tried')['value']).toBe('lar');
    expect(inputIn(card, 'decision')['choices']).toEqual([expect.objectContaining({ value: decisionId() })]);
  });

  it('says so by the kind where there is no such decision at all', async () => {
    const card = await opened('create-action').press({ kind: 'new-measure', tried: 'lar' });

    expect(wordsIn(card)).toContain('Velg beslutningen som anbefaler tiltaket.');
    expect(wordsIn(card)).toContain(t.action.measure.none);
    expect(wrongWith(card)).toEqual([]);
  });

  it('is saved with both', async () => {
    const { press, house } = measured();

    const card = await press({ kind: 'new-measure', decision: decisionId(), tried: 'lar' });

    expect(isRefusal(card, 'not-available')).toBe(false);
    expect([...house.inside.actions.values()]).toMatchObject([{ action: { recommendedBy: decisionId() } }]);
  });
});
