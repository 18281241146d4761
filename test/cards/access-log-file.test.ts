import { accessLogFile } from '../../src/cards/access-log-file';
import { codeFrom } from '../../src/domain/code';
import { aLook } from '../builders/looks';
import { agencyId, at, aDrawing, inEachLanguage } from './subjects';

const code = codeFrom('0'.repeat(16));
const d = aDrawing({ nameOf: () => '=Medlem' });
const look = aLook({ at: at('2026-11-20T08:05:00Z'), agency: agencyId('kronstad-dps') });
const linesOf = (rows: readonly ReturnType<typeof aLook>[]) =>
  accessLogFile(d, { code, rows }).text.slice(1).split('\r\n');

describe('accessLogFile', () => {
  it('has a neutral name', () => {
    expect(accessLogFile(d, { code, rows: [] })).toMatchObject({
      name: `tilgangslogg-${code}-2026-11-23.csv`,
      type: 'text/csv; charset=utf-8',
    });
  });

  it('says when, who, agency, what, why and what was answered', () => {
    const { agency: _, ...refused } = { ...look, allowed: false, rule: 'none' };

    expect(linesOf([look, refused])).toEqual([
      'Tidspunkt;Hvem;Etat;Hva de så;Hvorfor de fikk se;Svar',
      "2026-11-20 09:05;'=Medlem;Kronstad DPS;avidentifisert sammendrag;som medlem;Vist",
      "2026-11-20 09:05;'=Medlem;;;;Avvist forsøk",
      '',
    ]);
  });

  it.each(inEachLanguage())('has a heading for every column, in %s', (_, drawing) => {
    const [heading = '', row = ''] = accessLogFile(drawing, { code, rows: [look] }).text.split('\r\n');

    expect(heading.split(';')).toHaveLength(row.split(';').length);
  });
});
