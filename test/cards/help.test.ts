import { helpCard, languageCard } from '../../src/cards/help';
import { type Role, ROLES } from '../../src/domain/people';
import { dataOf, faultsIn, nodesIn, verbsIn } from './rules';
import { aDrawing, aPerson, inEachLanguage } from './subjects';

const commandsIn = (card: Parameters<typeof nodesIn>[0]): readonly unknown[] =>
  nodesIn(card)
    .filter(node => node['type'] === 'Column' && node['width'] === '138px')
    .flatMap(({ items }) => (items as readonly { text: string }[]).map(({ text }) => text));

describe('helpCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card for every role, in %s', (_, d) => {
    const cards = [[], ...ROLES.map(role => [role])].map(roles =>
      helpCard({ ...d, reader: aPerson({ roles }) }),
    );

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it.each<[readonly Role[], readonly string[]]>([
    [
      ['referrer'],
      [
        ...['meld inn', 'mine innmeldinger', 'sak SU-…', 'mine oppgaver', 'mine oppslag'],
        ...['meld glippsone', 'påminnelser', 'fravær', 'språk', 'hjelp'],
      ],
    ],
    [
      ['coordinator'],
      [
        ...['innboks', 'saksliste', 'sak SU-…', 'logg SU-…', 'mine oppgaver', 'mine oppslag'],
        ...['glippsoner', 'meld glippsone', 'påminnelser', 'fravær', 'språk', 'hjelp'],
      ],
    ],
    [
      ['member'],
      [
        ...['saksliste', 'sak SU-…', 'mine oppgaver', 'mine oppslag', 'glippsoner', 'meld glippsone'],
        ...['påminnelser', 'fravær', 'språk', 'hjelp'],
      ],
    ],
    [['admin'], ['mine oppgaver', 'mine oppslag', 'tilganger', 'påminnelser', 'fravær', 'språk', 'hjelp']],
    [
      ['steering'],
      ['mine oppgaver', 'mine oppslag', 'glippsoner', 'påminnelser', 'fravær', 'språk', 'hjelp'],
    ],
    [
      ['privacy-officer'],
      ['logg SU-…', 'mine oppgaver', 'mine oppslag', 'påminnelser', 'fravær', 'språk', 'hjelp'],
    ],
    [[], ['sak SU-…', 'mine oppgaver', 'mine oppslag', 'påminnelser', 'fravær', 'språk', 'hjelp']],
  ])('lists for %j only what exists for them', (roles, commands) => {
    expect(commandsIn(helpCard(aDrawing({ reader: aPerson({ roles }) })))).toEqual(commands);
  });

  it('leads to one’s own look-ups and to the languages', () => {
    expect(verbsIn(helpCard(aDrawing()))).toEqual(
      expect.arrayContaining(['list-my-lookups', 'show-languages']),
    );
  });
});

describe('languageCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, d) => {
    expect(faultsIn(languageCard(d))).toEqual([]);
  });

  it('offers three languages, and lets the present one stand out', () => {
    const card = languageCard(aDrawing({ reader: aPerson({ language: 'nn' }) }));
    const buttons = nodesIn(card).filter(node => node['verb'] === 'choose-language');

    expect(buttons.map(({ title, style }) => [title, style])).toEqual([
      ['Bokmål', undefined],
      ['Nynorsk', 'positive'],
      ['English', undefined],
    ]);
    expect(dataOf(card, 'choose-language')).toEqual({ language: 'nb', nonce: 'nonce' });
  });
});
