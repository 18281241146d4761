import { lookupsCard } from '../../src/cards/lookups';
import { aLook } from '../builders/looks';
import { dataOf, faultsIn, nodesIn, verbsIn, wordsIn } from './rules';
import { agencyId, at, aDrawing, inEachLanguage } from './subjects';

const CODE = 'SU-7K3Q-9F2X';
const d = aDrawing();
const textsIn = (card: object): readonly unknown[] =>
  nodesIn({ ...card }).flatMap(node => (node['type'] === 'TextBlock' ? [node['text']] : []));
const rowFor = (over: Parameters<typeof aLook>[0], code?: string): readonly unknown[] =>
  textsIn(
    lookupsCard(d, {
      rows: [{ look: aLook({ at: at('2026-11-23T08:00:00Z'), ...over }), ...(code && { code }) }],
    }),
  ).slice(3);

describe('lookupsCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card, however much it holds, in %s', (_, drawing) => {
    const row = { look: aLook({ disclosed: [], operation: 'open-inbox' }), code: CODE };
    const cards = [0, 1, 10].map(count =>
      lookupsCard(drawing, { rows: Array.from({ length: count }, () => row), older: 'x' }),
    );

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('says when, what and of which case', () => {
    const disclosed = (['D', 'B', 'D'] as const).map(section => ({
      origin: agencyId('kronstad-dps'),
      section,
    }));

    expect(rowFor({ disclosed }, CODE)).toEqual(['i dag kl.\u00a009.00', 'Så navn og kontakt, helse', CODE]);
  });

  it.each([
    ['open-inbox', 'Så innboksen'],
    ['start-decision', 'Så et skjema, uten innhold'],
    ['open-case', 'Så status og datoer'],
    ['constructor', 'Så status og datoer'],
  ])('says of %s, where nothing sealed was shown, "%s"', (operation, words) => {
    expect(rowFor({ operation, disclosed: [] })[1]).toBe(words);
  });

  it('says of a refusal that it was one, and no more', () => {
    expect(rowFor({ allowed: false, operation: 'open-case' })).toEqual([
      'i dag kl.\u00a009.00',
      'Ikke tilgjengelig',
    ]);
    expect(rowFor({ allowed: false }, CODE)[2]).toBe(CODE);
  });

  it.each([
    ['2026-11-22T08:05:00Z', 'i går kl.\u00a009.05'],
    ['2026-11-20T08:05:00Z', '20.\u00a0nov. kl.\u00a009.05'],
    ['2025-11-20T08:05:00Z', '20.\u00a0nov. 2025 kl.\u00a009.05'],
  ])('says of %s "%s"', (moment, words) => {
    expect(rowFor({ at: at(moment) })[0]).toBe(words);
  });

  it('leads to older ones only where there are any', () => {
    const rows = [{ look: aLook() }];

    expect(dataOf(lookupsCard(d, { rows, older: 'there' }), 'list-my-lookups')).toEqual({
      before: 'there',
      nonce: 'nonce',
    });
    expect(verbsIn(lookupsCard(d, { rows }))).toEqual(['close-view']);
  });

  it('says that there is nothing', () => {
    expect(wordsIn(lookupsCard(d, { rows: [] }))).toContain('Du har ikke åpnet noe');
  });
});
