import { inflateEntry } from './inflate-entry.ts';
import { FileRefused } from './refusal.ts';
import type { ZipEntry } from './zip-directory.ts';

export interface WorkbookSheet {
  name: string;
  entry: ZipEntry;
}

const smallPart = 8 * 1024 * 1024;

/** Visible sheets in the order of the tabs, each with its part in the archive. */
export async function sheetsOf(file: string, entries: readonly ZipEntry[]): Promise<WorkbookSheet[]> {
  const text = async (name: string) => {
    const entry = entries.find((candidate) => candidate.name === name);
    if (!entry) throw new FileRefused('broken', name);
    const pieces: Buffer[] = [];
    for await (const piece of inflateEntry(file, entry, smallPart)) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  };
  const [workbook, relations] = [await text('xl/workbook.xml'), await text('xl/_rels/workbook.xml.rels')];
  const targets = new Map(
    elements(relations, 'Relationship').map((attributes) => [attributes.Id, attributes.Target ?? '']),
  );
  const sheets: WorkbookSheet[] = [];
  for (const attributes of elements(workbook, 'sheet')) {
    if (attributes.state === 'hidden' || attributes.state === 'veryHidden') continue;
    const target = targets.get(attributes['r:id']) ?? '';
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const entry = entries.find((candidate) => candidate.name === part);
    if (entry && attributes.name && /worksheets\//.test(part)) sheets.push({ name: attributes.name, entry });
  }
  return sheets;
}

function elements(xml: string, name: string): Record<string, string>[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*?)/?>`, 'g'))].map(([, attributes]) =>
    Object.fromEntries(
      [...attributes!.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, decoded(value!)]),
    ),
  );
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, digits?: string, word?: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return digits ? String.fromCodePoint(Number(digits)) : (named[word ?? ''] ?? all);
  });
}
