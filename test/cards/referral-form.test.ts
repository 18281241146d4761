import { referralForm, type ReferralForm } from '../../src/cards/referral-form';
import { checkReferral } from '../../src/domain/check-referral';
import { type FieldProblem, REFERRAL_FIELDS } from '../../src/domain/draft';
import { CHOICES, QUESTIONS } from '../../src/domain/referral';
import { CANARY, dataOf, faultsIn, inputIn, inputsIn, KEPT, nodesIn, verbsIn, wordsIn } from './rules';
import { aCase, aDrawing, aPerson, caseId, inEachLanguage } from './subjects';

const empty: ReferralForm = { draftId: caseId('a'), values: {}, problems: [] };

describe('referralForm', () => {
  it.each(inEachLanguage())('asks for as many answers as it says, in %s', (_, drawing) => {
    const checked = checkReferral({}, drawing.today);
    const problems = checked.ok ? [] : checked.error;

    const said = wordsIn(referralForm(drawing, { values: {}, problems: [] }));
    const refused = wordsIn(referralForm(drawing, { values: {}, problems }));

    expect(said).toMatch(new RegExp(`\\b${String(problems.length)} (?:spørsmål|questions)`));
    expect(refused).toContain(drawing.t.sending.correct(problems.length));
  });

  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, d) => {
    const problems: readonly FieldProblem[] = [
      { field: 'scene', problem: 'unanswered' },
      { field: 'words', problem: 'too-long' },
      { field: 'my-contact', problem: 'holds-number' },
      { field: 'contact', problem: 'not-a-choice' },
      { field: 'opening-date', problem: 'not-a-date' },
      { field: 'urgent-reason', problem: 'missing' },
    ];

    const cards = [
      referralForm(d, empty),
      referralForm(d, { ...empty, saved: true }),
      referralForm(d, { caseId: caseId('1'), values: {}, problems }),
      referralForm(d, { values: {}, problems: [{ field: 'opening-date', problem: 'past' }] }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('asks for every field there is, once, with the values of the domain', () => {
    const card = referralForm(aDrawing(), empty);

    expect(inputsIn(card).map(input => input['id'])).toEqual([...REFERRAL_FIELDS]);
    expect(
      QUESTIONS.map(question => inputIn(card, question)['choices'] as readonly { value: string }[]).map(
        choices => choices.map(({ value }) => value),
      ),
    ).toEqual(QUESTIONS.map(question => [...CHOICES[question]]));
  });

  it('takes 14 presses at the most, from the button that opens it to the receipt', () => {
    const card = referralForm(aDrawing(), empty);
    const pressesFor = (question: string): number =>
      inputIn(card, question)['style'] === 'expanded' ? 1 : 2;

    const answers = QUESTIONS.map(pressesFor).reduce((sum, presses) => sum + presses, 0);
    const open = 1;
    const tick = 1;
    const review = 1;
    const send = 1;

    expect(open + answers + tick + review + send).toBe(14);
  });

  it('requires nothing, so that what is typed can always be kept', () => {
    const card = referralForm(aDrawing(), empty);

    expect(inputsIn(card).filter(input => input['isRequired'] === true)).toEqual([]);
  });

  it('keeps what was typed, just as it was typed', () => {
    const values = {
      scene: 'yes',
      contact: 'mo,lar',
      words: CANARY,
      'opening-date': '2026-10-08',
      urgent: 'yes',
    };

    const card = referralForm(aDrawing(), { ...empty, values });

    expect(inputIn(card, 'scene')['value']).toBe('yes');
    expect(inputIn(card, 'contact')['value']).toBe('mo,lar');
    expect(inputIn(card, 'words')['value']).toBe(KEPT);
    expect(inputIn(card, 'opening-date')['value']).toBe('2026-10-08');
    expect(inputIn(card, 'urgent')['value']).toBe('yes');
    expect(inputIn(card, 'anonymous')['value']).toBe('no');
  });

  it('fills in how to reach the reader, unless they have said otherwise', () => {
    const d = aDrawing({ reader: aPerson({ workPhone: '55 00 00 00' }) });

    expect(inputIn(referralForm(d, empty), 'my-contact')['value']).toBe('55 00 00 00');
    expect(
      inputIn(referralForm(d, { ...empty, values: { 'my-contact': '55 11 11 11' } }), 'my-contact')['value'],
    ).toBe('55 11 11 11');
    expect(inputIn(referralForm(d, { ...empty, values: { 'my-contact': '' } }), 'my-contact')['value']).toBe(
      '',
    );
  });

  it('says what is wrong in the order of the fields, in the same words at the field', () => {
    const problems: readonly FieldProblem[] = [
      { field: 'opening-date', problem: 'past' },
      { field: 'mental', problem: 'unanswered' },
    ];

    const card = referralForm(aDrawing(), { ...empty, problems });
    const texts = nodesIn(card).map(node => node['text']);

    expect(texts).toContain('Rett opp 2 felt før du går videre');
    expect(texts).toContain('- Svar på spørsmålet om psykisk lidelse.\r- Datoen må være i dag eller senere.');
    expect(texts).toContain('Svar på spørsmålet om psykisk lidelse.');
    expect(texts).toContain('Datoen må være i dag eller senere.');
  });

  it('opens the fold with an error in it, and no other', () => {
    const problems: readonly FieldProblem[] = [{ field: 'opening-date', problem: 'past' }];

    const card = referralForm(aDrawing(), { ...empty, problems });
    const isOpen = (id: string) => nodesIn(card).find(node => node['id'] === id)?.['isVisible'];

    expect(['s-services', 's-words', 's-now', 's-me'].map(isOpen)).toEqual([false, false, true, false]);
  });

  it('carries its draft and nothing else', () => {
    const card = referralForm(aDrawing(), empty);

    expect(verbsIn(card)).toEqual(['review-referral', 'save-draft', 'list-my-referrals', 'delete-draft']);
    expect(dataOf(card, 'review-referral')).toEqual({ draftId: caseId('a'), nonce: 'nonce' });
    expect(dataOf(card, 'delete-draft')).toEqual({ draftId: caseId('a'), nonce: 'nonce' });
  });

  it('can be thrown away only when there is something to throw away', () => {
    const card = referralForm(aDrawing(), { values: {}, problems: [] });

    expect(verbsIn(card)).not.toContain('delete-draft');
    expect(dataOf(card, 'save-draft')).toEqual({ nonce: 'nonce' });
  });

  it('leaves the inputs alone on the way out', () => {
    const card = referralForm(aDrawing(), empty);
    const ways = nodesIn(card).filter(node =>
      ['list-my-referrals', 'delete-draft'].includes(String(node['verb'])),
    );

    expect(ways.map(node => node['associatedInputs'])).toEqual(['none', 'none']);
  });

  it('says that the draft is kept, and for how long', () => {
    const words = wordsIn(referralForm(aDrawing(), { ...empty, saved: true }));

    expect(words).toContain('Utkastet er lagret');
    expect(words).toContain('30 dager');
    expect(wordsIn(referralForm(aDrawing(), empty))).not.toContain('Utkastet er lagret');
  });

  it('adds to a case that was sent', () => {
    const { id, code } = aCase();

    const card = referralForm(aDrawing(), { caseId: id, code, values: {}, problems: [] });

    expect(verbsIn(card)).toEqual(['add-information', 'open-case']);
    expect(dataOf(card, 'add-information')).toEqual({ caseId: id, nonce: 'nonce' });
    expect(card['speak']).toBe(`Sak ${code} · Bare du ser dette. Legg til opplysninger`);
  });
});
