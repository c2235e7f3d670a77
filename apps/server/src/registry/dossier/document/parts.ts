import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

/** 公文 habits: 宋体 in the text, 黑体 in headings, Latin and digits in Times New Roman. Sizes in half points. */
export const songti = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
export const heiti = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' };
const TABLE_SIZE = 18;

export function title(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 240 },
    children: [new TextRun({ text, font: heiti, size: 36, bold: true })],
  });
}

export function heading(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { before: 280, after: 120 },
    children: [new TextRun({ text, font: heiti, size: 26, color: '000000' })],
  });
}

export function paragraph(text: string): Paragraph {
  return new Paragraph({ spacing: { line: 360 }, children: [new TextRun({ text, font: songti, size: 21 })] });
}

/** A line that nobody can miss. */
export function mark(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 160 },
    shading: { type: ShadingType.CLEAR, fill: 'FFF2CC', color: 'auto' },
    children: [new TextRun({ text, font: heiti, size: 21, bold: true })],
  });
}

export interface ColumnOf {
  header: string;
  /** Share of the width. */
  share: number;
  number?: boolean;
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '999999' };
const borders = { top: line, bottom: line, left: line, right: line };

/** Full width, header repeated on every page, no row torn apart. */
export function table(columns: readonly ColumnOf[], rows: readonly (readonly string[])[]): Table {
  const whole = columns.reduce((sum, column) => sum + column.share, 0);
  const cell = (text: string, column: ColumnOf, header: boolean) =>
    new TableCell({
      borders,
      verticalAlign: VerticalAlign.CENTER,
      width: { size: (100 * column.share) / whole, type: WidthType.PERCENTAGE },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(header && { shading: { type: ShadingType.CLEAR, fill: 'E6F0EA', color: 'auto' } }),
      children: [
        new Paragraph({
          alignment: column.number && !header ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text, font: header ? heiti : songti, size: TABLE_SIZE })],
        }),
      ],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column) => cell(column.header, column, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, index) => cell(row[index] ?? '—', column, false)),
          }),
      ),
    ],
  });
}
