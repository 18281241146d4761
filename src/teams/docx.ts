import {
  Document,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Paper, type PaperPart } from '../cards/paper';

/** A file that is not text. */
export type FileBytes = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** What a portrait page holds between its margins, in twentieths of a point. */
const PAGE_WIDTH = 9_026;
const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const;
const SPACED: IParagraphOptions = { spacing: { after: 80 } };

const run = (text: string, isBold = false): TextRun => {
  const options: IRunOptions = { text, bold: isBold };
  return new TextRun(options);
};

const cell = (text: string, width: number, isHeader: boolean): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: [new Paragraph({ children: [run(text, isHeader)] })],
  });

/** The first row is repeated on every page, and read aloud as what the columns are. */
const table = ({ columns, rows }: Extract<PaperPart, { kind: 'table' }>): Table => {
  const width = Math.floor(PAGE_WIDTH / columns.length);
  const row = (texts: readonly string[], isHeader: boolean): TableRow =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: texts.map(text => cell(text, width, isHeader)),
    });
  return new Table({
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    columnWidths: columns.map(() => width),
    rows: [row(columns, true), ...rows.map(texts => row(texts, false))],
  });
};

const drawn = (part: PaperPart): readonly (Paragraph | Table)[] => {
  switch (part.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: part.text,
          heading: LEVELS[part.level],
          keepNext: true,
          spacing: { before: 240, after: 80 },
        }),
      ];
    case 'text':
      return [new Paragraph({ ...SPACED, text: part.text })];
    case 'facts':
      return part.rows.map(
        ([title, value]) =>
          new Paragraph({
            ...SPACED,
            children: [run(`${title}: `, true), run(value)],
          }),
      );
    case 'table':
      return [table(part)];
  }
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const NAMESPACES = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');
const dated = (name: string, at: string): string =>
  `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;

/** The library would write the moment of fetching, so that one text would make another file every time. */
const propertiesOf = ({ title, language, at }: Paper): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<cp:coreProperties ${NAMESPACES}>`,
    `<dc:title>${escaped(title)}</dc:title><dc:creator>Sent ute</dc:creator>`,
    `<dc:language>${language}</dc:language>`,
    dated('created', at),
    dated('modified', at),
    '</cp:coreProperties>',
  ].join('');

/** The paper as Word reads it, with real headings and tables, so that it can be read aloud and found one's way in. */
export const docxOf = async (paper: Paper): Promise<FileBytes> => {
  const { title, marks, language, parts, name } = paper;
  const bold = (text: string): Paragraph => new Paragraph({ ...SPACED, children: [run(text, true)] });
  const document = new Document({
    title,
    creator: 'Sent ute',
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: language } } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...marks.map(bold),
          ...parts.flatMap(drawn),
        ],
      },
    ],
  });
  const properties = { path: 'docProps/core.xml', data: propertiesOf(paper) };
  return {
    name: `${name}.docx`,
    type: TYPE,
    bytes: await Packer.toBuffer(document, undefined, [properties]),
  };
};
