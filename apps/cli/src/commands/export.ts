import { exportList, openTools } from '@forest/server';
import type { Command } from 'commander';
import type { Output } from '../output.ts';
import { action } from '../run.ts';
import { type InDistrict, withDistrict } from './data-folder.ts';

interface ExportOptions extends InDistrict {
  filter: string;
}

/** `forest export FILE.xlsx`: the enterprise list, with the filters of the page; written into the audit trail. */
export function addExport(program: Command): void {
  withDistrict(program.command('export').argument('<file>', '.xlsx'))
    .description('导出企业名单 · export the enterprise list')
    .option('--filter <query>', '筛选，同列表页地址 · filters as in the list’s address, e.g. holds=hnte', '')
    .action(action<[string, ExportOptions]>(run));
}

async function run(output: Output, file: string, { data, district, filter }: ExportOptions): Promise<void> {
  const tools = await openTools({ dataDir: data });
  try {
    await exportList(tools, { file, district, filter });
    output.result({ file }, [output.language === 'zh' ? `已导出到 ${file}` : `Exported to ${file}`]);
  } finally {
    await tools.close();
  }
}
