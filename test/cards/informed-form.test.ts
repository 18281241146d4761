import { informedForm } from '../../src/cards/informed-form';
import { dataOf, faultsIn, inputIn, inputsIn, verbsIn, wordsIn } from './rules';
import { aCase, aDrawing, day, inEachLanguage } from './subjects';

describe('informedForm', () => {
  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, d) => {
    const cards = [aCase({ named: true }), aCase({ informed: 'today' })].map(kase =>
      informedForm(d, { kase }),
    );

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('requires both answers, and starts from what was said about contact', () => {
    const card = informedForm(aDrawing(), { kase: aCase({ contactConsent: 'no' }) });

    expect(inputsIn(card).map(input => [input['id'], input['isRequired']])).toEqual([
      ['informed', true],
      ['contact-consent', true],
    ]);
    expect(inputIn(card, 'informed')['value']).toBe('');
    expect(inputIn(card, 'contact-consent')['value']).toBe('no');
  });

  it('says how long it has been, and when the name goes', () => {
    const words = wordsIn(informedForm(aDrawing(), { kase: aCase({ named: true }) }));

    expect(words).toContain('Det er gått 11 dager. Uten svar slettes navnet lørdag 12.\u00a0desember.');
  });

  it.each([
    ['no name is given', aCase(), '2026-11-23'],
    ['the name is gone already', aCase({ named: true }), '2026-12-13'],
    ['the person knows', aCase({ named: true, informed: 'today' }), '2026-11-23'],
  ])('says nothing of the name when %s', (_, kase, today) => {
    expect(wordsIn(informedForm(aDrawing({ today: day(today) }), { kase }))).not.toContain('slettes');
  });

  it('saves, or goes back to the case', () => {
    const card = informedForm(aDrawing(), { kase: aCase() });

    expect(verbsIn(card)).toEqual(['record-informed', 'open-case']);
    expect(dataOf(card, 'record-informed')).toEqual({ caseId: aCase().id, nonce: 'nonce' });
  });
});
