import { openTools, verifyAudit } from '@forest/server';
import type { Command } from 'commander';
import { exitCode, type Output } from '../output.ts';
import { action } from '../run.ts';
import { type DataFolder, withDataFolder } from './data-folder.ts';

/** `forest audit verify`: recomputes the chain; exit code 1 when anything was changed, removed or is missing. */
export function addAudit(program: Command): void {
  const audit = program.command('audit').description('审计记录 · the audit trail');
  withDataFolder(audit.command('verify'))
    .description('校验完整性 · verify the chain')
    .action(action<[DataFolder]>(verify));
}

async function verify(output: Output, { data }: DataFolder): Promise<void> {
  const tools = await openTools({ dataDir: data });
  try {
    const report = await verifyAudit(tools.platform.db);
    if (!report.ok) process.exitCode = exitCode.failed;
    const summary = report.ok
      ? { zh: `完整：${report.events} 条审计记录前后相连。`, en: `Whole: ${report.events} events in their chains.` }
      : {
          zh: `审计记录不完整：发现 ${report.problems.length} 处问题。`,
          en: `The trail is broken: ${report.problems.length} problems.`,
        };
    output.result(report, [
      ...report.problems.map(({ chain, seq, message }) => `${chain}#${seq} ${message[output.language]}`),
      summary[output.language],
    ]);
  } finally {
    await tools.close();
  }
}
