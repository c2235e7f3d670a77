import { type Diagnostic, loadContent } from '@forest/rules';
import { contentFolder, readFolder } from '@forest/server/content';
import type { Command } from 'commander';
import { exitCode, type Output } from '../output.ts';
import { action } from '../run.ts';

/** `forest content check`: every problem of the content at once, with file, line and remedy. */
export function addContent(program: Command): void {
  const content = program.command('content').description('内容文件 · content files');
  content
    .command('check')
    .description('检查规则、数据项与测试 · check rules, facts and their tests')
    .action(action(checkContentFolder));
}

export async function checkContentFolder(output: Output): Promise<void> {
  const library = loadContent(readFolder(contentFolder));
  const { diagnostics } = library;
  if (diagnostics.some((diagnostic) => diagnostic.severity === 'error')) process.exitCode = exitCode.failed;
  const summary = {
    zh: `${library.rules.size} 条规则，${library.dictionary.size} 个数据项，${diagnostics.length} 个问题`,
    en: `${library.rules.size} rules, ${library.dictionary.size} facts, ${diagnostics.length} problems`,
  };
  output.result({ rules: library.rules.size, facts: library.dictionary.size, diagnostics }, [
    ...diagnostics.map((diagnostic) => lineOf(diagnostic, output)),
    summary[output.language],
  ]);
}

function lineOf({ file, line, column, code, message, remedy }: Diagnostic, { language }: Output): string {
  return `${file}:${line}:${column} [${code}] ${message[language]} ${remedy[language]}`;
}
