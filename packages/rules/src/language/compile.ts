import { parseDay, type Text } from '@forest/domain';
import type { Diagnostic } from '../content/diagnostic.ts';
import type { ContentLibrary } from '../content/library.ts';
import { nearestWords } from '../facts/nearest.ts';
import type { RuleTree } from '../tree.ts';
import { newBuild } from './scope.ts';
import { elaborateVersion, versionInForce } from './version.ts';

export interface RuleFault {
  code: 'unknown-rule' | 'no-version-in-force' | 'invalid-date' | 'invalid-content';
  message: Text;
  /** Rule ids that may have been meant. */
  nearest: string[];
  diagnostics: Diagnostic[];
}

export type Compiled = { ok: true; tree: RuleTree } | { ok: false; fault: RuleFault };

interface Kept {
  used: { rule: string; version: string }[];
  compiled: Compiled;
}

const kept = new WeakMap<ContentLibrary, Map<string, Kept[]>>();

function fault(
  code: RuleFault['code'],
  zh: string,
  en: string,
  nearest: string[] = [],
  diagnostics: Diagnostic[] = [],
): Compiled {
  return { ok: false, fault: { code, message: { zh, en }, nearest, diagnostics } };
}

/** Elaborates one version into the tree that every execution shares, with everything that is wrong with it. */
export function elaborateRule(library: ContentLibrary, ruleId: string, versionIndex: number, asOf: string) {
  const source = library.rules.get(ruleId)!;
  const build = newBuild(library, asOf);
  const { criteria, outcome, grades } = elaborateVersion(build, source, versionIndex);
  const version = source.rule.versions[versionIndex]!;
  const tree: RuleTree = {
    rule: ruleId,
    version: version.id,
    slots: build.slots.slots,
    criteria,
    scores: build.scores,
    outcome,
    grades,
  };
  const measuresRead: ReadonlySet<string> = build.measuresRead.get(version) ?? new Set();
  return { tree, problems: build.problems, used: build.used, measuresRead };
}

/** Compiled trees are kept while the same versions are in force, for the rule and for every rule that it leans on. */
function recall(library: ContentLibrary, ruleId: string, asOf: string): Compiled | undefined {
  return kept
    .get(library)
    ?.get(ruleId)
    ?.find(({ used }) =>
      used.every(({ rule, version }) => versionInForce(library.rules.get(rule)!, asOf)?.version.id === version),
    )?.compiled;
}

/**
 * The tree of the version in force on a date.
 * @param asOf ISO date
 */
export function compileRule(library: ContentLibrary, ruleId: string, asOf: string): Compiled {
  const source = library.rules.get(ruleId);
  if (!source) {
    const nearest = nearestWords(ruleId, library.rules.keys());
    const [zh, en] =
      nearest.length > 0 ? [`，是否指 ${nearest.join('、')}？`, `; did you mean ${nearest.join(', ')}?`] : ['', ''];
    return fault('unknown-rule', `没有规则 ${ruleId}${zh}`, `There is no rule ${ruleId}${en}`, nearest);
  }
  if (parseDay(asOf) === null)
    return fault(
      'invalid-date',
      `${asOf} 不是存在的日期，应写 YYYY-MM-DD`,
      `${asOf} is not an existing date (YYYY-MM-DD)`,
    );
  const found = versionInForce(source, asOf);
  if (!found) {
    const spans = source.rule.versions.map((v) => `${v.id} ${v.effectiveFrom} – ${v.effectiveTo ?? ''}`).join('; ');
    return fault(
      'no-version-in-force',
      `${asOf} 没有生效的版本（已有：${spans}）`,
      `No version is in force on ${asOf} (there are: ${spans})`,
    );
  }
  const known = recall(library, ruleId, asOf);
  if (known) return known;
  const { tree, problems, used } = elaborateRule(library, ruleId, found.index, asOf);
  const compiled: Compiled =
    problems.length === 0
      ? { ok: true, tree }
      : fault('invalid-content', `规则 ${ruleId} 的内容有误`, `The content of ${ruleId} has errors`, [], problems);
  const byRule = kept.get(library) ?? new Map<string, Kept[]>();
  byRule.set(ruleId, [...(byRule.get(ruleId) ?? []), { used, compiled }]);
  kept.set(library, byRule);
  return compiled;
}
