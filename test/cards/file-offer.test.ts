import { fileOfferCard } from '../../src/cards/file-offer';
import { codeFrom } from '../../src/domain/code';
import { dataOf, faultsIn, nodesIn, wordsIn } from './rules';
import { aDrawing, caseId, inEachLanguage } from './subjects';

const offer = {
  caseId: caseId('1'),
  code: codeFrom('0'.repeat(16)),
  url: 'https://sent-ute.example/files/token',
  back: 'open-access-log',
};

describe('fileOfferCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, d) => {
    expect(faultsIn(fileOfferCard(d, offer))).toEqual([]);
  });

  it('leads to the file, once, and back', () => {
    const card = fileOfferCard(aDrawing(), offer);

    expect(nodesIn(card).find(({ type }) => type === 'Action.OpenUrl')).toMatchObject({ url: offer.url });
    expect(dataOf(card, 'open-access-log')).toEqual({ caseId: offer.caseId, nonce: 'nonce' });
    expect(wordsIn(card)).toContain('én gang');
  });
});
