import { readFileSync } from 'node:fs';
import {
  compileExplainer,
  compileRule,
  type Explanation,
  type FactProblem,
  readFacts,
  rowOf,
  type ScoreExplanation,
} from '@forest/rules';
import { programContent } from '@forest/server/content';
import type { Command } from 'commander';
import { today } from '../dates.ts';
import { CommandFault, exitCode, type Output } from '../output.ts';
import { action } from '../run.ts';
import { sentencesOf } from './judge-sentences.ts';

interface JudgeOptions {
  facts: string;
  asOf?: string;
}

/** `forest judge RULE --facts F`: needs no database; F is `{"enterprise": {fact: value}, "years": {"2023": {…}}}`. */
export function addJudge(program: Command): void {
  program
    .command('judge')
    .argument('<rule>', '规则编号 · rule id')
    .description('按一条规则判定一家企业 · judge one enterprise by one rule')
    .requiredOption('--facts <file>', 'JSON 文件，- 为标准输入 · JSON file, - for standard input')
    .option('--as-of <date>', '判定日期，默认今天 · date of judging, today by default')
    .action(action<[string, JudgeOptions]>(judge));
}

async function judge(output: Output, rule: string, { facts: file, asOf = today() }: JudgeOptions): Promise<void> {
  const { library } = programContent();
  const compiled = compileRule(library, rule, asOf);
  if (!compiled.ok) throw new CommandFault(compiled.fault.message, exitCode.badInput);
  const { facts, problems } = readFacts(library.dictionary, { ...readJson(file), asOf });
  if (problems.length > 0) throw new CommandFault(saying(problems), exitCode.badInput);
  const explanation = compileExplainer(compiled.tree).explain(rowOf(compiled.tree, facts));
  output.result(asJson(explanation, asOf), output.json ? [] : sentencesOf(explanation, output.language));
}

/** The stable shape of the JSON answer. */
function asJson({ rule, version, verdict, grade, criteria, scores, missing }: Explanation, asOf: string) {
  const intervals = scores.map(scoreJson);
  return {
    rule,
    version,
    asOf,
    verdict,
    grade: grade?.id ?? null,
    score: intervals[0] ?? null,
    scores: intervals,
    criteria,
    missing,
  };
}

interface ScoreJson {
  id: string;
  min: number;
  max: number;
  parts: ScoreJson[];
}

function scoreJson({ id, points: [min, max], parts }: Pick<ScoreExplanation, 'id' | 'points' | 'parts'>): ScoreJson {
  return { id, min, max, parts: parts.map(scoreJson) };
}

function readJson(file: string): {
  enterprise?: Record<string, unknown>;
  years?: Record<string, Record<string, unknown>>;
} {
  const text = readText(file);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new CommandFault(
      { zh: `${file} 不是正确的 JSON：${detail}`, en: `${file} is not JSON: ${detail}` },
      exitCode.badInput,
    );
  }
  throw new CommandFault(
    {
      zh: `${file} 应是 {"enterprise": {…}, "years": {"2023": {…}}}`,
      en: `${file} should hold {"enterprise": {…}, "years": {"2023": {…}}}`,
    },
    exitCode.badInput,
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new CommandFault({ zh: `读不到文件 ${file}`, en: `Cannot read ${file}` }, exitCode.badInput);
  }
}

function saying(problems: readonly FactProblem[]) {
  const lines = (language: 'zh' | 'en') =>
    problems
      .map(({ year, message, remedy }) => `${year === null ? '' : `${year} `}${message[language]} ${remedy[language]}`)
      .join('\n');
  return { zh: lines('zh'), en: lines('en') };
}
