import { type Paper } from '../../src/cards/paper';
import { docxOf } from '../../src/teams/docx';
import { unzip, wordsInDocument } from './unzip';

const PAPER: Paper = {
  name: 'referat-ressursgruppen-2026-12-09',
  language: 'nb-NO',
  title: 'Referat, ressursgruppen, 9. desember 2026',
  marks: ['Utkast. Referatet er ikke godkjent.'],
  at: '2026-12-09T10:00:00.000Z',
  parts: [
    { kind: 'heading', level: 1, text: 'Saker' },
    { kind: 'heading', level: 2, text: 'Sak 1: SU-1' },
    { kind: 'facts', rows: [['Beslutning', 'Tatt inn']] },
    { kind: 'text', text: 'Med <tegn> & "anførsel"' },
    { kind: 'table', columns: ['Plass', 'Oppmøte'], rows: [['Kronstad DPS', 'Til stede']] },
  ],
};
const documentOf = async (paper: Paper = PAPER) => unzip((await docxOf(paper)).bytes);

describe('docxOf', () => {
  it('is a file that Word knows, with an ending of its own', async () => {
    const file = await docxOf(PAPER);

    expect(file).toMatchObject({
      name: 'referat-ressursgruppen-2026-12-09.docx',
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    });
    expect(Object.keys(unzip(file.bytes))).toEqual(
      expect.arrayContaining(['[Content_Types].xml', 'word/document.xml', 'docProps/core.xml']),
    );
  });

  it('says everything, in its order', async () => {
    const { 'word/document.xml': xml = '' } = await documentOf();

    expect(wordsInDocument(xml).split('\n').filter(Boolean)).toEqual([
      'Referat, ressursgruppen, 9. desember 2026',
      'Utkast. Referatet er ikke godkjent.',
      'Saker',
      'Sak 1: SU-1',
      'Beslutning: Tatt inn',
      'Med <tegn> & "anførsel"',
      'Plass',
      'Oppmøte',
      'Kronstad DPS',
      'Til stede',
    ]);
  });

  it('can be read aloud: a language, headings that are headings, and a table that has one', async () => {
    const { 'word/document.xml': xml = '', 'word/styles.xml': styles = '' } = await documentOf();

    expect(styles).toContain('<w:lang w:val="nb-NO"/>');
    expect([...xml.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, style]) => style)).toEqual([
      'Title',
      'Heading1',
      'Heading2',
    ]);
    expect([...xml.matchAll(/<w:tblHeader\/>/g)]).toHaveLength(1);
  });

  it('holds the same whenever it is written', async () => {
    const [one, other] = [await documentOf(), await documentOf()];

    expect(one).toEqual(other);
    expect(one['docProps/core.xml']).toContain('>2026-12-09T10:00:00.000Z</dcterms:modified>');
    expect(one['docProps/core.xml']).toContain(`<dc:title>${PAPER.title}</dc:title>`);
  });

  it('escapes what its properties say', async () => {
    const { 'docProps/core.xml': core = '' } = await documentOf({ ...PAPER, title: 'A & <b>' });

    expect(core).toContain('<dc:title>A &amp; &lt;b&gt;</dc:title>');
  });
});
