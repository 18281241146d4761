import { caseDoorCard } from '../../src/cards/case-door';
import { caseCode } from '../builders/ids';
import { dataOf, faultsIn, wordsIn } from './rules';
import { aDrawing, inEachLanguage } from './subjects';

const code = caseCode();

describe('caseDoorCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, d) => {
    expect([caseDoorCard(d, { code }), caseDoorCard(d, { code, room: 'log' })].flatMap(faultsIn)).toEqual([]);
  });

  it('says the code aloud as it is spelled', () => {
    const card = caseDoorCard(aDrawing(), { code });

    expect(card['speak']).toBe(`Sent ute. Sak ${code}`);
    expect(wordsIn(card)).toContain(`Sak ${code}`);
    expect(dataOf(card, 'open-by-code')).toMatchObject({ code });
  });
});
