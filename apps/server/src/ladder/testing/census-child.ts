import { contentFolder, readContent } from '../../platform/content/index.ts';
import { connectTo } from '../../platform/database/index.ts';
import { runCensus } from '../census/run-census.ts';

/** Runs one census in a process of its own, so that a test can kill it. */
const [url, census] = process.argv.slice(2);
const database = connectTo({ connectionString: url! }, 4);
const report = async () => {
  process.stdout.write('block\n');
};
await runCensus(Number(census), { database, content: readContent(contentFolder), report });
await database.close();
