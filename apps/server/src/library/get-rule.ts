import type { Outputs } from '@forest/api';
import {
  compileExplainer,
  criterionText,
  type RawRule,
  type RawTest,
  type RawVersion,
  type RuleSource,
  type RuleTree,
  readFacts,
  readsOf,
  rowOf,
  runTests,
  versionInForce,
} from '@forest/rules';
import { type Content, citedArticle } from '../platform/content/index.ts';
import { notFound } from '../platform/fault.ts';
import { outcomeText } from './outcome-text.ts';
import { ruleHead } from './rule-head.ts';
import { scoreLines } from './score-lines.ts';

type RulePage = Outputs['library']['rules']['get'];
type Version = RulePage['detail'][number];
type Case = RulePage['cases'][number];

/** One rule with all its versions in words, its documents, and its test cases judged as they are now. */
export function getRule(content: Content, id: string, asOf: string): RulePage {
  const source = content.library.rules.get(id);
  if (!source) throw notFound({ zh: `规则 ${id}`, en: `rule ${id}` });
  const { rule } = source;
  return {
    ...ruleHead(content, source, asOf),
    documents: Object.entries(rule.documents ?? {}).map(([key, { number, title, url }]) => ({
      key,
      number: number ?? '',
      title,
      url: url ?? null,
    })),
    detail: rule.versions.flatMap((version) => {
      const compiled = content.compiled(id, version.effectiveFrom);
      return compiled.ok ? [versionPage(rule, version, compiled.tree)] : [];
    }),
    cases: casesOf(content, source),
  };
}

function versionPage(rule: RawRule, version: RawVersion, tree: RuleTree): Version {
  return {
    id: version.id,
    effectiveFrom: version.effectiveFrom,
    effectiveTo: version.effectiveTo ?? null,
    confidence: version.confidence ?? 'D',
    verifiedBy: version.verifiedBy ?? null,
    validityYears: typeof version.validity?.years === 'number' ? version.validity.years : null,
    duties: (version.duties ?? []).map((duty) => ({
      title: duty.title,
      when: typeof duty.everyYearBefore === 'string' ? `每年 ${duty.everyYearBefore} 前` : '',
      article: citedArticle(rule, duty.article),
    })),
    criteria: tree.criteria.map((criterion) => ({
      id: criterion.id,
      title: criterion.title,
      sentence: criterionText(criterion.test),
      document: criterion.document,
      article: criterion.article,
      confidence: criterion.confidence,
      note: criterion.note,
      facts: [...new Set([...readsOf(tree, criterion.test).slots].map((slot) => tree.slots[slot]!.fact))],
    })),
    outcome: outcomeText(tree.outcome, tree.criteria),
    scores: tree.scores.map(({ id, title, node }) => ({ id, title, lines: scoreLines(node) })),
  };
}

function casesOf(content: Content, source: RuleSource): Case[] {
  const failed = new Set(runTests(content.library, source).failures.map((failure) => failure.path[1]));
  return (source.rule.tests ?? []).flatMap((test, index) => {
    const judged = judge(content, source, test);
    return judged ? [{ ...judged, passed: !failed.has(index) }] : [];
  });
}

function judge(content: Content, source: RuleSource, test: RawTest): Omit<Case, 'passed'> | null {
  const { library } = content;
  const { facts } = readFacts(library.dictionary, { asOf: test.asOf, ...test.facts });
  const named = source.rule.versions.find((version) => version.id === test.version);
  const version = named ?? versionInForce(source, test.asOf)?.version;
  const covers =
    version && version.effectiveFrom <= test.asOf && (!version.effectiveTo || test.asOf < version.effectiveTo);
  const compiled = version && content.compiled(source.rule.id, covers ? test.asOf : version.effectiveFrom);
  if (!version || !compiled?.ok) return null;
  const { verdict } = compileExplainer(compiled.tree).judge(rowOf(compiled.tree, facts));
  const view = (year: number | null) => (values: readonly [string, unknown]) => factView(content, values, year);
  return {
    name: test.name,
    version: version.id,
    asOf: test.asOf,
    expected: test.expect.verdict ?? verdict,
    actual: verdict,
    facts: [
      ...Object.entries(facts.enterprise).flatMap(view(null)),
      ...Object.entries(facts.years).flatMap(([year, values]) => Object.entries(values).flatMap(view(Number(year)))),
    ],
  };
}

function factView(content: Content, [id, value]: readonly [string, unknown], year: number | null): Case['facts'] {
  const fact = content.library.dictionary.get(id);
  if (!fact || value === null || value === undefined) return [];
  const known = typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
  return [{ fact: id, name: fact.name, year, value: known, unit: fact.unit }];
}
