import { clearDemo, openTools, prepareDemo } from '@forest/server';
import type { Command } from 'commander';
import type { Output } from '../output.ts';
import { action } from '../run.ts';
import { type InDistrict, withDistrict } from './data-folder.ts';

interface LoadOptions extends InDistrict {
  count: string;
}

/** `forest demo load | remove`: synthetic enterprises, never mixed with real ones. */
export function addDemo(program: Command): void {
  const demo = program.command('demo').description('演示数据 · synthetic data');
  withDistrict(demo.command('load'))
    .description('装入空的区 · load into an empty district')
    .option('--count <n>', '企业数 · enterprises', '12000')
    .action(action<[LoadOptions]>(load));
  withDistrict(demo.command('remove'))
    .description('全部移除 · remove everything synthetic')
    .action(action<[InDistrict]>(remove));
}

async function load(output: Output, { data, district, count }: LoadOptions): Promise<void> {
  const tools = await openTools({ dataDir: data });
  try {
    const loaded = await prepareDemo(tools.platform, {
      district,
      count: Number(count),
      progress: (step, share, detail) =>
        output.progress(
          share,
          step === 'census'
            ? { zh: `普查 ${detail}`, en: `census of ${detail}` }
            : { zh: '装入演示企业', en: 'loading synthetic enterprises' },
        ),
    });
    output.result({ district, enterprises: loaded }, [
      output.language === 'zh' ? `已装入 ${loaded} 家演示企业。` : `${loaded} synthetic enterprises loaded.`,
    ]);
  } finally {
    await tools.close();
  }
}

async function remove(output: Output, { data, district }: InDistrict): Promise<void> {
  const tools = await openTools({ dataDir: data });
  try {
    const removed = await clearDemo(tools.platform, district);
    output.result({ district, enterprises: removed }, [
      output.language === 'zh'
        ? `已移除 ${removed} 家演示企业及其全部数据。`
        : `${removed} synthetic enterprises removed with all their data.`,
    ]);
  } finally {
    await tools.close();
  }
}
