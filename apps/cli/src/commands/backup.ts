import { backUpPlatform, restorePlatform } from '@forest/server';
import type { Command } from 'commander';
import type { Output } from '../output.ts';
import { action } from '../run.ts';
import { type DataFolder, where, withDataFolder } from './data-folder.ts';

/** `forest backup FILE`: one checked file, taken at one moment, also while servers run. */
export function addBackup(program: Command): void {
  withDataFolder(program.command('backup').argument('<file>', '.tar.gz'))
    .description('备份，可在运行中进行 · back up, also while running')
    .action(action<[string, DataFolder]>(backup));
}

/** `forest restore FILE`: only into what is empty; every table is compared with the backup. */
export function addRestore(program: Command): void {
  withDataFolder(program.command('restore').argument('<file>', '.tar.gz'))
    .description('恢复到空的数据目录或数据库并逐表比对 · restore into an empty folder or database and compare')
    .action(action<[string, DataFolder]>(restore));
}

async function backup(output: Output, file: string, { data }: DataFolder): Promise<void> {
  const { tables, takenAt } = await backUpPlatform(where(data), file);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const sentence = {
    zh: `已备份到 ${file}：${tables.length} 张表，${rows} 行。`,
    en: `Backed up to ${file}: ${tables.length} tables, ${rows} rows.`,
  };
  output.result({ file, takenAt, tables: tables.length, rows }, [sentence[output.language]]);
}

async function restore(output: Output, file: string, { data }: DataFolder): Promise<void> {
  const { tables, takenAt } = await restorePlatform(where(data), file);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const sentence = {
    zh: `已恢复 ${tables.length} 张表、${rows} 行，并与备份逐表比对一致。`,
    en: `Restored ${tables.length} tables, ${rows} rows; every table equals the backup.`,
  };
  output.result({ file, takenAt, tables: tables.length, rows }, [sentence[output.language]]);
}
