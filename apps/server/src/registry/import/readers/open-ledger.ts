import { detectEncoding, detectKind } from '@forest/intake';
import { openCsv, readHead } from './csv-ledger.ts';
import type { Ledger } from './ledger.ts';
import { FileRefused } from './refusal.ts';
import { openXlsx } from './xlsx-ledger.ts';

/**
 * Opens a table file by what it is, not by what it is called.
 * @throws FileRefused with a remedy when it is none, or not safe to read.
 */
export async function openLedger(file: string): Promise<Ledger> {
  const { head } = await readHead(file);
  const kind = detectKind(head);
  switch (kind) {
    case 'text':
      return openCsv(file, detectEncoding(head));
    case 'zip':
      return openXlsx(file);
    case 'ole':
      throw new FileRefused('oldExcel');
    case 'empty':
      throw new FileRefused('empty');
    default:
      throw new FileRefused('notTable', kind);
  }
}
