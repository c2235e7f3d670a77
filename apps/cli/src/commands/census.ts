import { openTools, takeCensus } from '@forest/server';
import type { Command } from 'commander';
import type { Output } from '../output.ts';
import { action } from '../run.ts';
import { type InDistrict, withDistrict } from './data-folder.ts';

interface CensusOptions extends InDistrict {
  asOf?: string;
}

/** `forest census`: every enterprise of a district by every rule in force. */
export function addCensus(program: Command): void {
  withDistrict(program.command('census'))
    .description('普查 · judge every enterprise by every rule in force')
    .option('--as-of <date>', '判定日期，默认今天 · date of judging, today by default')
    .action(action<[CensusOptions]>(run));
}

async function run(output: Output, { data, district, asOf }: CensusOptions): Promise<void> {
  const tools = await openTools({ dataDir: data });
  try {
    const progress = (share: number) => output.progress(share, { zh: '普查', en: 'census' });
    const census = await takeCensus(tools, { district, asOf, progress });
    const sentence = {
      zh: `${census.asOf} 普查完成：${census.enterprises} 家企业，判定变化 ${census.changed} 条。`,
      en: `Census of ${census.asOf}: ${census.enterprises} enterprises, ${census.changed} verdicts changed.`,
    };
    output.result(census, [sentence[output.language]]);
  } finally {
    await tools.close();
  }
}
