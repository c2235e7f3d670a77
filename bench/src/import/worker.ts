import { connectTo } from '../../../apps/server/src/platform/database/index.ts';
import { contentWords, importFile } from '../../../apps/server/src/registry/import/testing/import-file.ts';

/** One import in a process of its own, so that its peak of memory is its own; answers with one line of JSON. */
const [host, database, file, blockRows] = process.argv.slice(2);
const connection = connectTo({ host: host!, port: 5432, user: 'postgres', database: database! }, 4);
const words = contentWords();
const before = process.resourceUsage();
const start = performance.now();
const { counts } = await importFile(connection, file!, words, {
  source: 'registration',
  // A district without a place in the gazetteer: in 建邺 every row of the province would become a question.
  district: 'jiangbei',
  ...(blockRows ? { blockRows: Number(blockRows) } : {}),
});
const ms = performance.now() - start;
const after = process.resourceUsage();
await connection.close();
const cpuMs = (after.userCPUTime + after.systemCPUTime - before.userCPUTime - before.systemCPUTime) / 1000;
console.log(JSON.stringify({ ms, cpuMs, peakMb: after.maxRSS / 1024, counts }));
