#!/usr/bin/env node
import { Command } from 'commander';

const program = new Command('forest')
  .description('科创森林 · Kechuang Forest')
  .option('--json', '以 JSON 输出 · print JSON')
  .option('--lang <zh|en>', '输出语言 · language of messages')
  .showHelpAfterError()
  .exitOverride((stop) => process.exit(stop.exitCode === 0 ? 0 : 2));

/** Each command is loaded when it is called: judging one enterprise need not wait for the server's code. */
const commands: Record<string, () => Promise<(to: Command) => void>> = {
  start: async () => (await import('./commands/start.ts')).addStart,
  judge: async () => (await import('./commands/judge.ts')).addJudge,
  rules: async () => (await import('./commands/rules.ts')).addRules,
  content: async () => (await import('./commands/content.ts')).addContent,
  import: async () => (await import('./commands/import.ts')).addImport,
  export: async () => (await import('./commands/export.ts')).addExport,
  census: async () => (await import('./commands/census.ts')).addCensus,
  demo: async () => (await import('./commands/demo.ts')).addDemo,
  backup: async () => (await import('./commands/backup.ts')).addBackup,
  restore: async () => (await import('./commands/backup.ts')).addRestore,
  audit: async () => (await import('./commands/audit.ts')).addAudit,
  users: async () => (await import('./commands/users.ts')).addUsers,
};

const called = process.argv.slice(2).find((word) => word in commands);
for (const load of called ? [commands[called]!] : Object.values(commands)) (await load())(program);

await program.parseAsync();
