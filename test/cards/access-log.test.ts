import { accessLogCard } from '../../src/cards/access-log';
import { codeFrom } from '../../src/domain/code';
import { aLook } from '../builders/looks';
import { CANARY, dataOf, faultsIn, HARMLESS, nodesIn, verbsIn, wordsIn } from './rules';
import { agencyId, at, aDrawing, aPerson, caseId, coordinator, inEachLanguage } from './subjects';

const ofCase = { caseId: caseId('1'), code: codeFrom('0'.repeat(16)) };
const d = aDrawing({ reader: coordinator, nameOf: () => 'Medlem, Kronstad DPS' });
const look = aLook({ at: at('2026-11-23T08:00:00Z'), agency: agencyId('kronstad-dps') });
const linesIn = (card: object): readonly unknown[] =>
  nodesIn({ ...card })
    .flatMap(node => (node['type'] === 'TextBlock' ? [node['text']] : []))
    .slice(3);

describe('accessLogCard', () => {
  it.each(inEachLanguage({ nameOf: () => 'Et ganske langt navn på et medlem' }))(
    'keeps the rules of every card, however much it holds, in %s',
    (_, drawing) => {
      const cards = [0, 1, 10].map(count =>
        accessLogCard(drawing, { ...ofCase, rows: Array.from({ length: count }, () => look), older: 'x' }),
      );

      expect(cards.flatMap(faultsIn)).toEqual([]);
    },
  );

  it('says when, who, of which agency, why and what', () => {
    expect(linesIn(accessLogCard(d, { ...ofCase, rows: [look] }))).toEqual([
      'i dag kl.\u00a009.00',
      'Medlem, Kronstad DPS',
      'Kronstad DPS · som medlem',
      'Avidentifisert sammendrag',
    ]);
  });

  it('says of a try that it was refused', () => {
    const refused = { ...look, allowed: false, rule: 'none', disclosed: [] };

    expect(linesIn(accessLogCard(d, { ...ofCase, rows: [refused] })).slice(2)).toEqual([
      'Kronstad DPS',
      'Avvist forsøk',
    ]);
  });

  it('names what a sharing in danger opened', () => {
    const shared = { ...look, rule: 'open-sharing/receiver' };

    expect(wordsIn(accessLogCard(d, { ...ofCase, rows: [shared] }))).toContain('deling ved fare');
  });

  it('does without an agency', () => {
    const { agency: _, ...without } = { ...look, rule: 'none', allowed: false };

    expect(linesIn(accessLogCard(d, { ...ofCase, rows: [without] })).slice(2)).toEqual(['Avvist forsøk']);
  });

  it('shows names as text only, whatever was typed', () => {
    const words = wordsIn(accessLogCard({ ...d, nameOf: () => CANARY }, { ...ofCase, rows: [look] }));

    expect(words).toContain(HARMLESS);
  });

  it('leads to the file, and to older rows where there are any', () => {
    const card = accessLogCard(d, { ...ofCase, rows: [look], older: 'there' });

    expect(dataOf(card, 'open-access-log')).toEqual({
      caseId: ofCase.caseId,
      before: 'there',
      nonce: 'nonce',
    });
    expect(dataOf(card, 'export-access-log')).toEqual({ caseId: ofCase.caseId, nonce: 'nonce' });
    expect(verbsIn(accessLogCard(d, { ...ofCase, rows: [] }))).toEqual(['close-view']);
  });

  it('says who has opened nothing', () => {
    const officer = aPerson({ roles: ['privacy-officer'] });

    expect(wordsIn(accessLogCard(d, { ...ofCase, rows: [] }))).toContain('Ingen har åpnet saken');
    expect(wordsIn(accessLogCard({ ...d, reader: officer }, { ...ofCase, rows: [] }))).toContain(
      'Ingen hos din part',
    );
  });
});
