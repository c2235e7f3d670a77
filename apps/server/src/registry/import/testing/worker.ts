import { connectTo } from '../../../platform/database/index.ts';
import { runImport } from '../run-import.ts';
import { contentWords } from './import-file.ts';

/** An import in a process of its own, for tests that kill it. */
const [url, importId] = process.argv.slice(2);
const database = connectTo({ connectionString: url! }, 2);
const { targets, gazetteer } = contentWords();
await runImport({
  ...{ database, importId: Number(importId), fileOf: (key) => key, targets, gazetteer, today: '2026-11-22' },
  ...{ signal: new AbortController().signal, blockRows: 100 },
});
await database.close();
