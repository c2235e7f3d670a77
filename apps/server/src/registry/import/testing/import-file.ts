import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { missingReader } from '@forest/intake';
import { loadContent } from '@forest/rules';
import { contentFolder, readFolder } from '../../../platform/content/index.ts';
import type { Database } from '../../../platform/database/index.ts';
import { detect } from '../detect.ts';
import { type ImportWords, importWords } from '../import-words.ts';
import { openLedger } from '../readers/open-ledger.ts';
import { type RunImportOptions, runImport } from '../run-import.ts';

/** The repository's own dictionary and gazetteer. */
export function contentWords(): ImportWords {
  // Rules are no part of reading ledgers, and they are most of the content.
  const files = readFolder(contentFolder).filter((file) => !file.path.includes('/rules/'));
  return importWords(loadContent(files).dictionary.values(), files);
}

export interface TestImport {
  district?: string;
  source?: string;
  missing?: string[];
  /** Unit of columns by header, where the file does not say. */
  units?: Record<string, string>;
}

/** Registers a file as an import that is ready to run, mapped as detected. @returns its id. */
export async function queueImport(
  database: Pick<Database, 'db'>,
  file: string,
  words: ImportWords,
  options: TestImport = {},
): Promise<number> {
  const { district = 'jianye', source = 'registration', missing = [], units = {} } = options;
  const ledger = await openLedger(file);
  const found = await detect(ledger, words.headers, missingReader(missing));
  const { id } = await database.db
    .insertInto('import')
    .values({
      district,
      source,
      file_name: path.basename(file),
      file_key: file,
      sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
      bytes: statSync(file).size,
      state: 'queued',
      format: JSON.stringify({
        ...{ kind: ledger.kind, encoding: ledger.encoding, sheet: found.sheet, headerRow: found.headerRow },
      }),
      mapping: JSON.stringify(
        found.columns.map((column) => ({ ...column, unit: units[column.header] ?? column.unit, samples: [] })),
      ),
      resume: JSON.stringify({ missing }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function importFile(
  database: Pick<Database, 'db' | 'pool'>,
  file: string,
  words: ImportWords,
  options: TestImport & Partial<Pick<RunImportOptions, 'blockRows' | 'signal' | 'report'>> = {},
) {
  const importId = await queueImport(database, file, words, options);
  const counts = await runImport({
    database,
    importId,
    fileOf: (key) => key,
    targets: words.targets,
    gazetteer: words.gazetteer,
    today: '2026-11-22',
    signal: new AbortController().signal,
    ...options,
  });
  return { importId, counts };
}
