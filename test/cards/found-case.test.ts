import { foundCaseCard } from '../../src/cards/found-case';
import { LANGUAGES } from '../../src/domain/people';
import { wordsFor } from '../../src/i18n/words';
import { caseCode } from '../builders/ids';
import { dataOf, faultsIn, wordsIn } from './rules';

const code = caseCode();
const card = (language: (typeof LANGUAGES)[number] = 'nb') => foundCaseCard(wordsFor(language), code);

describe('foundCaseCard', () => {
  it.each(LANGUAGES)('keeps the rules of every card, in %s', language => {
    expect(faultsIn(card(language))).toEqual([]);
  });

  it('reads like this, word for word, whoever finds which case', () => {
    expect(wordsIn(card())).toBe(
      [
        'Sent ute',
        `Sak ${code}`,
        `Bare de som har tilgang, kan åpne saken. Virker ikke knappen her? Skriv «sak ${code}» til boten.`,
        'Åpne sak',
      ].join('\n'),
    );
  });

  it('T10 carries the code and nothing more, and says no more aloud', () => {
    expect(dataOf(card(), 'open-by-code')).toEqual({ code });
    expect(card()['speak']).toBe(`Sent ute. Sak ${code}`);
  });
});
