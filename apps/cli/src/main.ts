import { Command } from 'commander';
import { addContent } from './commands/content.ts';
import { addJudge } from './commands/judge.ts';
import { addRules } from './commands/rules.ts';
import { addStart } from './commands/start.ts';

const program = new Command('forest')
  .description('科创森林 · Kechuang Forest')
  .option('--json', '以 JSON 输出 · print JSON')
  .option('--lang <zh|en>', '输出语言 · language of messages')
  .showHelpAfterError()
  .exitOverride((stop) => process.exit(stop.exitCode === 0 ? 0 : 2));

for (const add of [addStart, addJudge, addRules, addContent]) add(program);

await program.parseAsync();
