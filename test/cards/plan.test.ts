import { planButtons, planCard, type PlanSubject } from '../../src/cards/plan';
import { planForm } from '../../src/cards/plan-form';
import { PLAN_FIELDS } from '../../src/domain/check-plan';
import { type DecisionId } from '../../src/domain/ids';
import { actionId, aBrief, anAction, caseIn, member, nameOf, owner } from './group-subjects';
import { dataOf, faultsIn, inputIn, inputsIn, verbsIn, wordsIn } from './rules';
import { aDrawing, aPerson, coordinator, day, inEachLanguage } from './subjects';

const brief = (version: number) => ({ version, contact: owner.id, writtenOn: day('2026-11-20') });
const kase = caseIn('active', { plan: brief(2), actions: [aBrief()] });
const words = {
  goals: ['Et *eget* sted', 'Treffe søsteren min'],
  measures: [anAction().id],
  reviewOn: day('2027-01-15'),
};
const NEW = { ...anAction(), recommendedBy: 'd'.repeat(32) as DecisionId };
const read: PlanSubject = { kase, plan: brief(2), words, measures: [{ action: NEW, tried: 'lar' }] };
const shut: PlanSubject = { kase, plan: brief(2), measures: [] };
const bare: PlanSubject = { kase: caseIn('active'), measures: [] };

describe('planCard', () => {
  it.each(inEachLanguage({ reader: coordinator, nameOf }))('keeps the rules of every card, in %s', (_, d) => {
    [read, shut, bare, { ...read, plan: brief(1) }, { ...read, typed: { 'goal-1': 'x' } }].forEach(
      subject => {
        expect(faultsIn(planCard(d, subject))).toEqual([]);
      },
    );
  });

  it('shows the goals in the participant’s words, and what a new measure rests on', () => {
    const shown = wordsIn(planCard(aDrawing({ reader: coordinator, nameOf }), read));

    expect(shown).toContain('«Et \\*eget\\* sted»');
    expect(shown).toContain('Nytt tiltak, anbefalt av gruppen');
    expect(shown).toContain('Prøvd før: LAR');
    expect(shown).toContain(`Kontaktperson: ${nameOf(owner.id)}`);
  });

  it('tells who may not read it that there is one, and the contact person', () => {
    const card = planCard(aDrawing({ reader: member, nameOf }), shut);

    expect(wordsIn(card)).toContain('Hva planen sier, er ikke åpent for deg.');
    expect(wordsIn(card)).toContain(nameOf(owner.id));
    expect(verbsIn(card)).toEqual(['open-case', 'close-view']);
  });

  it('leads from version to version, and writes only after the newest', () => {
    const d = aDrawing({ reader: coordinator });

    expect(verbsIn(planCard(d, read))).toEqual(['start-plan', 'open-plan', 'open-case', 'close-view']);
    expect(dataOf(planCard(d, read), 'open-plan')).toMatchObject({ plan: '1' });
    const older = planCard(d, { ...read, plan: brief(1) });
    expect(verbsIn(older)).toEqual(['open-plan', 'open-case', 'close-view']);
    expect(wordsIn(older)).toContain('Versjon 1 er erstattet');
  });

  it('takes along what was typed over an older one', () => {
    const card = planCard(aDrawing({ reader: coordinator }), { ...read, typed: { 'goal-1': 'Skrevet' } });

    expect(dataOf(card, 'start-plan')).toMatchObject({ 'goal-1': 'Skrevet' });
  });
});

describe('planForm', () => {
  const people = [owner, member, aPerson()];
  const form = { kase, people, values: { contact: owner.id }, seen: '2' };
  const d = aDrawing({ reader: coordinator, nameOf });

  it.each(inEachLanguage({ reader: coordinator, nameOf }))(
    'keeps the rules of every card, in %s',
    (_, drawing) => {
      expect(faultsIn(planForm(drawing, form))).toEqual([]);
      expect(faultsIn(planForm(drawing, { kase: caseIn('mapping'), people, values: {}, seen: '0' }))).toEqual(
        [],
      );
    },
  );

  it.each(inEachLanguage({ reader: coordinator, nameOf }))(
    'stays small however much there is, in %s',
    (_, drawing) => {
      const actions = Array.from({ length: 60 }, (_each, n) => aBrief({ id: actionId(String(n + 10)) }));
      const crowd = Array.from({ length: 60 }, (_each, n) => ({
        ...owner,
        id: `p-${String(n)}` as typeof owner.id,
      }));
      const long = 'ø'.repeat(200);
      const values = { 'goal-1': long, 'goal-2': long, 'goal-3': long };
      const problems = PLAN_FIELDS.map(field => ({ field, problem: 'too-long' as const }));

      const card = planForm(drawing, {
        ...form,
        kase: { ...kase, actions },
        people: crowd,
        values,
        problems,
      });

      expect(faultsIn(card)).toEqual([]);
    },
  );

  it('carries the mark of the plan it was drawn over', () => {
    expect(dataOf(planForm(d, form), 'write-plan')).toMatchObject({ version: '2' });
    expect(inputsIn(planForm(d, form)).map(({ id }) => id)).toEqual(PLAN_FIELDS);
  });

  it('asks for a tick before the contact person changes, and says from whom to whom', () => {
    const values = { contact: member.id };
    const problems = [{ field: 'contact', problem: 'changes-contact' }] as const;
    const card = planForm(d, { ...form, values, problems });

    expect(inputIn(card, 'confirm')).toMatchObject({ type: 'Input.Toggle', value: 'no' });
    expect(dataOf(card, 'write-plan')).toMatchObject({ confirms: member.id });
    expect(wordsIn(card)).toContain(`Nå er ${nameOf(owner.id)} kontaktperson.`);
    expect(inputIn(planForm(d, form), 'confirm')).toEqual({});
  });

  it('says before the first plan whom the participant knows already', () => {
    const first = { kase: caseIn('mapping'), people, values: {}, seen: '0', contactRole: 'Miljø*arbeider' };
    const card = planForm(d, first);

    expect(wordsIn(card)).toContain('«Miljø\\*arbeider»');
    expect(faultsIn(card)).toEqual([]);
  });

  it('keeps a measure that is ticked among those one can tick, however many come after it', () => {
    const ticked = aBrief({ id: actionId('9'), due: day('2026-01-01') });
    const actions = [
      ticked,
      ...Array.from({ length: 30 }, (_, n) => aBrief({ id: actionId(String(n + 10)) })),
    ];
    const card = planForm(d, { ...form, kase: { ...kase, actions }, values: { measures: ticked.id } });

    const choices = inputIn(card, 'measures')['choices'] as readonly { readonly value: string }[];
    expect(choices.map(({ value }) => value)).toContain(ticked.id);
  });
});

describe('planButtons', () => {
  const buttons = (of: typeof kase | ReturnType<typeof caseIn>, reader = coordinator) =>
    planButtons(aDrawing({ reader }), {
      kase: of,
      ...{ seen: [], nextMeeting: day('2026-12-01'), place: 'chat' as const },
    }).map(({ verb }) => verb);

  it('are there for a participant, and wherever there is a plan', () => {
    expect(buttons(kase)).toEqual(['open-plan']);
    expect(buttons(kase, owner)).toEqual([]);
    expect(buttons(caseIn('ready-for-review'))).toEqual([]);
    expect(buttons(caseIn('concluded', { plan: brief(1) }))).toEqual(['open-plan']);
  });
});
