import { readFileSync } from 'node:fs';
import { verifyAuditTrail } from '@forest/server';
import type { Command } from 'commander';
import { CommandFault, exitCode, type Output } from '../output.ts';
import { action } from '../run.ts';
import { type DataFolder, where, withDataFolder } from './data-folder.ts';

interface VerifyOptions extends DataFolder {
  against?: string;
}

type Report = Awaited<ReturnType<typeof verifyAuditTrail>>;

/** `forest audit verify`: recomputes the chain; exit code 1 when anything was changed, removed or is missing. */
export function addAudit(program: Command): void {
  const audit = program.command('audit').description('审计记录 · the audit trail');
  withDataFolder(audit.command('verify'))
    .description('校验完整性 · verify the chain')
    .option(
      '--against <file>',
      '与先前 --json 的结果比对，可发现末尾被截 · an earlier --json result, to find a cut-off end',
    )
    .action(action<[VerifyOptions]>(verify));
}

async function verify(output: Output, { data, against }: VerifyOptions): Promise<void> {
  const report = await verifyAuditTrail(where(data), against === undefined ? [] : headsOf(against));
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
}

function headsOf(file: string): Report['heads'] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as Report).heads;
  } catch {
    throw new CommandFault(
      { zh: `${file} 不是 audit verify --json 的结果`, en: `${file} is not a result of audit verify --json` },
      exitCode.badInput,
    );
  }
}
