import type { Command } from 'commander';

/** Where the data lie; DATABASE_URL, when set, is used in place of the built-in database. */
export interface DataFolder {
  data: string;
}

export interface InDistrict extends DataFolder {
  district: string;
}

/** The database that a command works on. */
export function where(data: string) {
  return { dataDir: data, databaseUrl: process.env.DATABASE_URL };
}

export function withDataFolder(command: Command): Command {
  return command.option('--data <folder>', '数据目录 · data folder', process.env.FOREST_DATA ?? 'data');
}

export function withDistrict(command: Command): Command {
  const own = process.env.FOREST_DISTRICT ?? 'jianye';
  return withDataFolder(command).option('--district <id>', '区 · district', own);
}
