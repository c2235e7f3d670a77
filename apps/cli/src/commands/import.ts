import { importFile, openTools } from '@forest/server';
import type { Command } from 'commander';
import type { Output } from '../output.ts';
import { action } from '../run.ts';
import { type InDistrict, withDistrict } from './data-folder.ts';

interface ImportOptions extends InDistrict {
  source: string;
}

/** `forest import FILE`: a ledger (CSV or XLSX), columns as they are recognised. */
export function addImport(program: Command): void {
  withDistrict(program.command('import').argument('<file>'))
    .description('导入台账 · import a ledger (CSV, XLSX)')
    .option('--source <id>', '来源编号 · id of the source', 'import')
    .action(action<[string, ImportOptions]>(run));
}

async function run(output: Output, file: string, { data, district, source }: ImportOptions): Promise<void> {
  const tools = await openTools({ dataDir: data });
  try {
    const words = { zh: `导入 ${file}`, en: `importing ${file}` };
    const progress = (share: number) => output.progress(share, words);
    const done = await importFile(tools, { file, district, source, progress });
    const { rows, created, updated, unchanged, rejected, warnings, reviews } = done.counts;
    const sentence = {
      zh: `共 ${rows} 行：新建 ${created}，更新 ${updated}，未变 ${unchanged}，拒收 ${rejected}；提醒 ${warnings}，待核实 ${reviews}。`,
      en: `${rows} rows: ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} refused; ${warnings} warnings, ${reviews} to verify.`,
    };
    output.result(done, [sentence[output.language]]);
  } finally {
    await tools.close();
  }
}
