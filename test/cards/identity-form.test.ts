import { identityForm, type IdentityProblem } from '../../src/cards/identity-form';
import { CANARY, faultsIn, inputIn, inputsIn, KEPT, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, caseId, inEachLanguage } from './subjects';

const draftId = caseId('a');

describe('identityForm', () => {
  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, d) => {
    const problems: readonly IdentityProblem[] = [
      { field: 'name', problem: 'too-long' },
      { field: 'nin', problem: 'digits', count: 10 },
      { field: 'birth-year', problem: 'year' },
    ];

    const cards = [
      identityForm(d, { draftId, values: {}, problems: [] }),
      identityForm(d, { caseId: caseId('1'), values: { name: CANARY }, problems }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('requires nothing and leaves the name out without sending what is typed', () => {
    const card = identityForm(aDrawing(), { draftId, values: {}, problems: [] });
    const out = nodesIn(card).find(node => node['verb'] === 'leave-name-out');

    expect(inputsIn(card).map(input => [input['id'], input['isRequired']])).toEqual([
      ['name', false],
      ['nin', false],
      ['birth-year', false],
    ]);
    expect(out?.['associatedInputs']).toBe('none');
    expect(out?.['data']).toEqual({ draftId, nonce: 'nonce' });
  });

  it.each<[IdentityProblem, string]>([
    [{ field: 'nin', problem: 'digits', count: 10 }, 'Fødselsnummeret må ha 11 siffer. Du har skrevet 10.'],
    [{ field: 'nin', problem: 'invalid' }, 'Fødselsnummeret er ikke gyldig. Sjekk sifrene.'],
    [{ field: 'birth-year', problem: 'year' }, 'Skriv fødselsåret med fire siffer.'],
    [{ field: 'name', problem: 'too-long' }, '«Navn» er for lang. Høyst 200 tegn.'],
    [{ field: 'name', problem: 'empty' }, 'Skriv navn, nummer eller fødselsår, eller la navnet stå åpent.'],
  ])('says at the field that %j', (problem, words) => {
    const card = identityForm(aDrawing(), { draftId, values: {}, problems: [problem] });
    const holder = nodesIn(card).find(
      ({ items }) => Array.isArray(items) && items.some((item: { id?: string }) => item.id === problem.field),
    );

    expect(wordsIn(holder ?? {})).toContain(words);
  });

  it('keeps what was typed', () => {
    const values = { name: CANARY, nin: '418190 1234', 'birth-year': '19' };

    const card = identityForm(aDrawing(), { draftId, values, problems: [] });

    expect(inputIn(card, 'name')['value']).toBe(KEPT);
    expect(inputIn(card, 'nin')['value']).toBe('418190 1234');
    expect(inputIn(card, 'birth-year')['value']).toBe('19');
  });

  it('names the candidate of a case that was sent', () => {
    const card = identityForm(aDrawing(), { caseId: caseId('1'), values: {}, problems: [] });

    expect(verbsIn(card)).toEqual(['name-case-candidate', 'open-case']);
    expect(wordsIn(card)).toContain('Bare din etat ser navnet til det finnes samtykke.');
  });
});
