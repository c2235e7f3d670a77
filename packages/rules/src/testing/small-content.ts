import { type ContentLibrary, loadContent } from '../content/library.ts';

/** Facts of every kind and period, for tests that write a rule of a few lines. */
const facts = `facts:
  - { id: sales, name: { zh: 销售收入, en: Sales }, unit: 万元, period: annual, range: nonNegative, aliases: [销售额] }
  - { id: rd, name: { zh: 研发费用, en: R&D }, unit: 万元, period: annual, range: nonNegative }
  - { id: profit, name: { zh: 利润, en: Profit }, unit: 万元, period: annual, range: any }
  - { id: audited, name: { zh: 是否审计, en: Audited }, unit: 是否, period: annual }
  - { id: staff, name: { zh: 职工人数, en: Staff }, unit: 人, period: standing, range: nonNegative }
  - { id: share, name: { zh: 占比, en: Share }, unit: '%', period: standing, range: nonNegative }
  - { id: rate, name: { zh: 比率, en: Rate }, unit: '%', period: standing, range: any }
  - { id: accident, name: { zh: 有无事故, en: Accident }, unit: 是否, period: standing }
  - { id: industry, name: { zh: 行业代码, en: Industry }, unit: 文本, period: standing }
  - { id: field, name: { zh: 领域, en: Field }, unit: 文本, period: standing, values: [新材料, 电子信息] }
  - { id: points, name: { zh: 专家分, en: Points }, unit: 分, period: standing, range: nonNegative }
  - { id: registrationDate, name: { zh: 成立日期, en: Date of registration }, unit: 日期, period: standing }
`;

const indent = (text: string, by: number) =>
  text
    .trim()
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n');

export interface SmallRule {
  /** YAML of the check of criterion C1. */
  check?: string;
  /** YAML of further parts of the version: measures, scores, outcome, grades. */
  version?: string;
  /** YAML of further criteria. */
  criteria?: string;
  /** YAML beside the versions: tests. */
  rule?: string;
  id?: string;
  levers?: string;
}

/** One rule document of a single version, in force from 2020. */
export function smallRule({
  check = 'isFalse: accident',
  version = '',
  criteria = '',
  rule,
  id = 'small',
  levers = '[]',
}: SmallRule): string {
  return `id: ${id}
name: { zh: 演示规则, en: Sample }
kind: evaluation
subject: enterprise
documents:
  doc: { number: 演示〔2020〕1号, title: 演示办法 }
versions:
  - id: "2020"
    effectiveFrom: 2020-01-01
    confidence: D
${indent(version, 4)}
    criteria:
      - id: C1
        title: { zh: 条件一, en: First }
        article: doc 第一条
        levers: ${levers}
        check:
${indent(check, 10)}
${indent(criteria, 6)}
${rule ?? 'tests: [{ name: 无事, asOf: 2024-06-01, facts: {}, expect: {} }]'}
`;
}

/** The sample dictionary and the rules given as YAML. */
export function smallContent(...rules: string[]): ContentLibrary {
  return loadContent([
    { path: 'demo/facts.yaml', text: facts },
    ...rules.map((text, index) => ({ path: `demo/rules/rule-${index}.yaml`, text })),
  ]);
}
