import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkContent, type Diagnostic, editorSchemas, loadContent } from '@forest/rules';
import { contentFolder, readFolder } from '@forest/server/content';
import type { Command } from 'commander';
import { exitCode, type Output } from '../output.ts';
import { action } from '../run.ts';

/** `forest content check | schema`: every problem of the content at once; what editors complete and check by. */
export function addContent(program: Command): void {
  const content = program.command('content').description('内容文件 · content files');
  content
    .command('check')
    .description('检查规则、数据项与测试 · check rules, facts and their tests')
    .action(action(checkContentFolder));
  content
    .command('schema')
    .description('写出编辑器用的 JSON Schema（content/schema） · write the JSON Schemas for editors')
    .action(action(writeSchemas));
}

export async function checkContentFolder(output: Output): Promise<void> {
  const library = loadContent(readFolder(contentFolder));
  const diagnostics = checkContent(library);
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

const severities = { error: { zh: '错误', en: 'error' }, warning: { zh: '提醒', en: 'warning' } };

function lineOf({ file, line, column, severity, code, message, remedy }: Diagnostic, { language }: Output): string {
  const kind = severities[severity][language];
  return `${file}:${line}:${column} ${kind} [${code}] ${message[language]} ${remedy[language]}`;
}

async function writeSchemas(output: Output): Promise<void> {
  const folder = path.join(contentFolder, 'schema');
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const [name, text] of Object.entries(editorSchemas())) {
    await writeFile(path.join(folder, name), text);
    files.push(path.join('content', 'schema', name));
  }
  output.result({ files }, files);
}
