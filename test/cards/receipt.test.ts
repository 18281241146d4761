import { receiptCard } from '../../src/cards/receipt';
import { faultsIn, verbsIn, wordsIn } from './rules';
import { aCase, aDrawing, day, inEachLanguage } from './subjects';

const earliest = day('2026-12-01');

describe('receiptCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, d) => {
    expect(faultsIn(receiptCard(d, { kase: aCase({ named: true }), earliest }))).toEqual([]);
  });

  it('gives the code, the earliest meeting and the way on', () => {
    const kase = aCase();

    const card = receiptCard(aDrawing(), { kase, earliest });

    expect(card['speak']).toBe(`Innmelding sendt. ${kase.code}`);
    expect(wordsIn(card)).toContain('2. Ressursgruppen tar stilling, tidligst tirsdag 1.\u00a0desember.');
    expect(verbsIn(card)).toEqual(['list-my-referrals', 'start-referral']);
  });

  it.each(inEachLanguage())(
    'says where it will be told, and never here: it may stand in a dialog, in %s',
    (_, d) => {
      const words = wordsIn(receiptCard(d, { kase: aCase({ named: true }), earliest }));

      expect(words).toContain(d.t.receipt.told);
      expect(words).not.toMatch(/\b(?:beskjed|Svar) her\b|\b(?:told|Answer) here\b/);
    },
  );

  it('says that consent comes first when the person can be recognised', () => {
    const words = wordsIn(receiptCard(aDrawing(), { kase: aCase({ recognisable: true }), earliest }));

    expect(words).toContain('2. Samtykke må på plass før ressursgruppen drøfter saken.');
    expect(words).not.toContain('tidligst');
  });

  it('says by when to tell the person, and what becomes of the name', () => {
    const words = wordsIn(receiptCard(aDrawing(), { kase: aCase({ named: true }), earliest }));

    expect(words).toContain('Svar i chatten innen torsdag 26.\u00a0november.');
    expect(words).toContain('Uten svar slettes navnet lørdag 12.\u00a0desember.');
  });

  it('says nothing of a name that was not given, nor of telling someone who knows', () => {
    const unnamed = wordsIn(receiptCard(aDrawing(), { kase: aCase(), earliest }));
    const informed = wordsIn(receiptCard(aDrawing(), { kase: aCase({ informed: 'today' }), earliest }));

    expect(unnamed).not.toContain('slettes');
    expect(informed).not.toContain('Si fra til personen');
  });
});
