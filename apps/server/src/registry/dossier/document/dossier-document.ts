import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Dossier } from '../get-dossier.ts';
import { mark, paragraph, songti, title } from './parts.ts';
import { factSections, identitySection, recordSections, verdictSection } from './sections.ts';
import type { VerdictLine } from './verdict-summary.ts';
import { proseDate } from './words.ts';

export interface PrintedDossier {
  dossier: Dossier;
  verdicts: readonly VerdictLine[];
  /** ISO date of the print. */
  today: string;
}

/** A4 in twentieths of a point, with the margins of an office letter. */
const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1440, bottom: 1300, left: 1400, right: 1400 },
};

/** The dossier as a Word document, to be stapled to a file: contacts stay masked, synthetic data say so on each page. */
export async function dossierDocument({ dossier, verdicts, today }: PrintedDossier): Promise<Buffer> {
  const { name, demo } = dossier.enterprise;
  const document = new Document({
    title: `${name} 企业档案`,
    creator: '科创森林',
    styles: { default: { document: { run: { font: songti, size: 21 } } } },
    sections: [
      {
        properties: { page },
        headers: {
          default: new Header({ children: [small(`${name}${demo ? '　演示数据' : ''}`, AlignmentType.RIGHT)] }),
        },
        footers: { default: new Footer({ children: [pageNumbers()] }) },
        children: [
          title('企业档案'),
          ...(demo ? [mark('演示数据：本档案内容为合成数据，不对应任何真实企业')] : []),
          paragraph(`打印日期：${proseDate(today)}`),
          ...identitySection(dossier),
          ...verdictSection(verdicts),
          ...recordSections(dossier),
          ...factSections(dossier),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function small(text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph {
  return new Paragraph({ alignment, children: [new TextRun({ text, font: songti, size: 18, color: '666666' })] });
}

function pageNumbers(): Paragraph {
  const children = ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'];
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children, font: songti, size: 18, color: '666666' })],
  });
}
