import { gapClearing, gapForm } from '../../src/cards/gap-form';
import { gapRecorded, taskStuck } from '../../src/cards/gap-steps';
import { gapCard, gapsCard } from '../../src/cards/gaps';
import { GAPS } from '../../src/domain/action-choices';
import { GAP_FIELDS, type GapProblem } from '../../src/domain/check-gap';
import { caseIn, member } from './group-subjects';
import { aSeenGap, gapId, LARGE, READERS, steering } from './learning-subjects';
import { CANARY, dataOf, faultsIn, HARMLESS, inputIn, KEPT, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, caseId, coordinator, inEachLanguage } from './subjects';

const d = aDrawing({ reader: coordinator });
const forSteering = aDrawing({ reader: steering });
const { more: _, ...cleared } = aSeenGap(2, { text: 'Det mangler et tilbud om natten' });
const PROBLEMS: readonly GapProblem['problem'][] = [
  ...(['missing', 'too-long', 'holds-number', 'holds-code', 'holds-address'] as const),
];
const EVERY_PROBLEM = PROBLEMS.flatMap(problem => GAP_FIELDS.map(field => ({ field, problem })));

describe('every card about gaps', () => {
  it.each(inEachLanguage())('keeps the rules of every card for every reader, in %s', (_, drawing) => {
    const cards = READERS.map(reader => ({ ...drawing, reader })).flatMap(one => [
      gapsCard(one, { gaps: [] }),
      gapsCard(one, { gaps: [aSeenGap(), cleared] }),
      gapsCard(one, { gaps: LARGE }),
      gapCard(one, aSeenGap()),
      gapCard(one, cleared),
      gapForm(one, {}),
      gapForm(one, { caseId: caseId('1'), values: { category: 'housing' } }),
      ...EVERY_PROBLEM.map(problem => gapForm(one, { problems: [problem] })),
      gapClearing(one, { gapId: gapId(1), values: { category: 'other', missing: 'Tekst' } }),
      gapRecorded(one, {}),
      gapRecorded(one, { caseId: caseId('1') }),
      ...GAPS.map(category => taskStuck(one, { kase: caseIn('mapping'), category })),
    ]);

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });
});

describe('gapsCard', () => {
  it('puts the category that most is reported of first, and counts by category', () => {
    const gaps = [
      aSeenGap(1, { category: 'transition', reports: 5, text: 'A' }),
      aSeenGap(2, { category: 'report-routine', reports: 2, text: 'B' }),
      aSeenGap(3, { category: 'report-routine', reports: 7, text: 'C' }),
    ];

    const words = wordsIn(gapsCard(d, { gaps }));

    expect(words).toContain('Anmeldelsesrutine: 9 · Overgang: 5');
    expect(words).toMatch(/C\n[^]*7 meldt[^]*B\n[^]*2 meldt[^]*A\n[^]*5 meldt/);
    expect(words).toContain('3 glippsoner, 3 nye');
  });

  it('shows ten, and more by the key of the last', () => {
    const first = gapsCard(d, { gaps: LARGE });
    const { after } = dataOf(first, 'open-gaps') as { after: ReturnType<typeof gapId> };
    const shown = (card: typeof first) => verbsIn(card).filter(verb => verb === 'open-gap').length;

    const second = gapsCard(d, { gaps: LARGE, after });

    expect([shown(first), shown(second)]).toEqual([10, 10]);
    const firstIds = nodesIn(first).map(node => (node['data'] as { gapId?: string } | undefined)?.gapId);
    expect(firstIds).toContain(after);
    expect(JSON.stringify(second)).not.toContain(`"gapId":"${after}"`);
  });

  it('offers the steering group to read, and nothing to report', () => {
    expect(verbsIn(gapsCard(forSteering, { gaps: [cleared] }))).toEqual(['open-gap']);
    expect(verbsIn(gapCard(forSteering, cleared))).toEqual(['open-gaps']);
    expect(wordsIn(gapCard(forSteering, cleared))).not.toMatch(/Meldt først av|Venter på koordinator/);
  });

  it('shows what was typed as text', () => {
    const card = gapCard(d, aSeenGap(1, { text: CANARY }));

    expect(wordsIn(card)).toContain(HARMLESS);
  });
});

describe('gapForm', () => {
  it('keeps what was typed, with the error by its field', () => {
    const values = { category: 'capacity', partners: 'helse,politi', missing: CANARY };
    const card = gapForm(d, { values, problems: [{ field: 'missing', problem: 'holds-code' }] });

    expect(GAP_FIELDS.map(field => inputIn(card, field)['value'])).toEqual([
      'capacity',
      'helse,politi',
      KEPT,
    ]);
    expect(wordsIn(card)).toContain('Teksten ser ut til å ha koden til en sak. Ta den bort.');
    expect(inputIn(card, 'missing')).toMatchObject({ maxLength: 200, isRequired: true });
  });

  it('is sent by the right it was opened by', () => {
    expect(verbsIn(gapForm(d, {}))).toEqual(['record-own-gap', 'close-view']);
    expect(verbsIn(gapForm(d, { caseId: caseId('1') }))).toEqual(['record-gap', 'open-case']);
  });
});

describe('gapClearing', () => {
  it('can be cleared in other words, or kept back', () => {
    const card = gapClearing(d, { gapId: gapId(1), values: { category: 'other', missing: 'Tekst' } });

    expect(verbsIn(card)).toEqual(['clear-gap', 'hide-gap', 'open-gaps']);
    expect(inputIn(card, 'missing')['value']).toBe('Tekst');
    expect(wordsIn(card)).toContain('Se etter navn, koder, steder og datoer som peker på en person.');
  });
});

describe('taskStuck', () => {
  it('leads to the form with the category that stops the task', () => {
    const card = taskStuck(aDrawing({ reader: member }), {
      kase: caseIn('mapping', { presented: true }),
      category: 'transition',
    });

    expect(dataOf(card, 'start-gap')).toMatchObject({ category: 'transition' });
    expect(wordsIn(card)).toContain('Overgang');
  });
});
