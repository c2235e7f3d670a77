import { nearestWords } from '../facts/nearest.ts';
import type { OutcomeNode, TruthNode } from '../tree.ts';
import { ContentFault } from './fault.ts';
import type { Env } from './scope.ts';
import { elaborateVersion, versionInForce } from './version.ts';

function truthOf(outcome: OutcomeNode, criteria: TruthNode[]): TruthNode {
  if (outcome.kind === 'criterion') return criteria[outcome.index]!;
  return { kind: outcome.kind, of: outcome.of.map((one) => truthOf(one, criteria)) };
}

/** Another rule's outcome at the same as-of date, inlined. */
export function meets(ruleId: string, env: Env): TruthNode {
  const { build } = env.scope;
  const source = build.library.rules.get(ruleId);
  if (!source) {
    const near = nearestWords(ruleId, build.library.rules.keys());
    throw new ContentFault(
      'unknown-rule',
      { zh: `没有规则 ${ruleId}`, en: `There is no rule ${ruleId}` },
      near.length > 0
        ? { zh: `是否想写 ${near.join('、')}？`, en: `Did you mean ${near.join(', ')}?` }
        : { zh: '先把这条规则加入 content。', en: 'Add that rule to content first.' },
    );
  }
  if (build.chain.includes(ruleId))
    throw new ContentFault(
      'meets-cycle',
      {
        zh: `规则互相引用成环：${[...build.chain, ruleId].join(' → ')}`,
        en: `Rules refer to each other in a circle: ${[...build.chain, ruleId].join(' → ')}`,
      },
      { zh: '去掉其中一个 meets。', en: 'Remove one of the meets checks.' },
    );
  const found = versionInForce(source, build.asOf);
  if (!found)
    throw new ContentFault(
      'no-version-in-force',
      { zh: `${build.asOf} 没有生效的 ${ruleId} 版本`, en: `No version of ${ruleId} is in force on ${build.asOf}` },
      {
        zh: '调整生效日期，或补上那一时段的版本。',
        en: 'Adjust the effective dates, or add the version of that time.',
      },
    );
  const inner = elaborateVersion(build, source, found.index);
  const { zh, en } = source.rule.name;
  const truth = truthOf(
    inner.outcome,
    inner.criteria.map((criterion) => criterion.test),
  );
  const of = truth.kind === 'all' || truth.kind === 'any' ? truth.of : [truth];
  return { kind: truth.kind === 'any' ? 'any' : 'all', of, said: { zh: `符合《${zh}》`, en: `Meets “${en}”` } };
}
