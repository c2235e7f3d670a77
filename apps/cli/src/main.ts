import { Command } from 'commander';
import { addAudit } from './commands/audit.ts';
import { addBackup } from './commands/backup.ts';
import { addCensus } from './commands/census.ts';
import { addContent } from './commands/content.ts';
import { addDemo } from './commands/demo.ts';
import { addImport } from './commands/import.ts';
import { addJudge } from './commands/judge.ts';
import { addRules } from './commands/rules.ts';
import { addStart } from './commands/start.ts';
import { addUsers } from './commands/users.ts';

const program = new Command('forest')
  .description('科创森林 · Kechuang Forest')
  .option('--json', '以 JSON 输出 · print JSON')
  .option('--lang <zh|en>', '输出语言 · language of messages')
  .showHelpAfterError()
  .exitOverride((stop) => process.exit(stop.exitCode === 0 ? 0 : 2));

const commands = [
  addStart,
  addJudge,
  addRules,
  addContent,
  addImport,
  addCensus,
  addDemo,
  addBackup,
  addAudit,
  addUsers,
];
for (const add of commands) add(program);

await program.parseAsync();
