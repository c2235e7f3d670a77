import { dayOf, yearOf } from '@forest/domain';
import { type ContentLibrary, compileRule, type RuleTree, versionInForce } from '@forest/rules';
import { programContent } from '@forest/server/content';
import type { Command } from 'commander';
import { today } from '../dates.ts';
import { CommandFault, exitCode, type Output } from '../output.ts';
import { action } from '../run.ts';
import { checkContentFolder } from './content.ts';

interface AsOf {
  asOf?: string;
}

/** `forest rules list | show | facts | check`: the library without a database. */
export function addRules(program: Command): void {
  const rules = program.command('rules').description('规则库 · the rule library');
  const asOf = ['--as-of <date>', '日期，默认今天 · date, today by default'] as const;
  rules
    .command('list')
    .description('全部规则及当日生效版本 · every rule and its version in force')
    .option(...asOf)
    .action(action<[AsOf]>(list));
  rules
    .command('show')
    .argument('<rule>')
    .description('一条规则的条件 · what a rule asks')
    .option(...asOf)
    .action(action<[string, AsOf]>(show));
  rules
    .command('facts')
    .argument('<rule>')
    .description('规则读取的数据项 · the facts that a rule reads, with units and years')
    .option(...asOf)
    .action(action<[string, AsOf]>(facts));
  rules.command('check').description('同 content check · the same as content check').action(action(checkContentFolder));
}

async function list(output: Output, { asOf = today() }: AsOf): Promise<void> {
  const { library, jurisdictionOf } = programContent();
  const rows = [...library.rules.values()].map((source) => ({
    id: source.rule.id,
    name: source.rule.name,
    kind: source.rule.kind,
    subject: source.rule.subject,
    jurisdiction: jurisdictionOf(source.rule.id),
    version: versionInForce(source, asOf)?.version.id ?? null,
    versions: source.rule.versions.map((version) => version.id),
    tests: source.rule.tests?.length ?? 0,
  }));
  output.result(
    rows,
    rows.map((row) => `${row.id.padEnd(28)} ${(row.version ?? '—').padEnd(10)} ${row.name[output.language]}`),
  );
}

async function show(output: Output, rule: string, { asOf = today() }: AsOf): Promise<void> {
  const { library } = programContent();
  const tree = compiledRule(library, rule, asOf);
  const criteria = tree.criteria.map(({ id, title, document, article, confidence, note }) => ({
    id,
    title,
    document,
    article,
    confidence,
    note,
  }));
  const { name } = library.rules.get(rule)!.rule;
  output.result({ id: rule, name, version: tree.version, criteria }, [
    `${name[output.language]} · ${tree.version}`,
    ...criteria.map(
      (one) =>
        `  ${one.id.padEnd(12)} ${one.title[output.language]} · ${one.document} ${one.article} · ${one.confidence}`,
    ),
  ]);
}

async function facts(output: Output, rule: string, { asOf = today() }: AsOf): Promise<void> {
  const { library } = programContent();
  const tree = compiledRule(library, rule, asOf);
  const lastYear = yearOf(dayOf(asOf)) - 1;
  const read = [...new Set(tree.slots.map((slot) => slot.fact))].sort().map((id) => {
    const fact = library.dictionary.get(id)!;
    const offsets = tree.slots.flatMap((slot) =>
      slot.fact === id && slot.yearOffset !== null ? [slot.yearOffset] : [],
    );
    return {
      fact: id,
      name: fact.name,
      unit: fact.unit,
      period: fact.period,
      years: [...new Set(offsets)].sort((a, b) => a - b).map((offset) => lastYear + offset),
      values: fact.values?.map((value) => value.value) ?? null,
      definition: fact.definition,
      derived: fact.derived !== null,
    };
  });
  output.result(
    read,
    read.map(
      (one) =>
        `${one.fact.padEnd(26)} ${one.unit.padEnd(6)} ${(one.years.join(' ') || '—').padEnd(16)} ${one.name[output.language]}`,
    ),
  );
}

function compiledRule(library: ContentLibrary, rule: string, asOf: string): RuleTree {
  const compiled = compileRule(library, rule, asOf);
  if (!compiled.ok) throw new CommandFault(compiled.fault.message, exitCode.badInput);
  return compiled.tree;
}
