import type { RuleTree } from '@forest/rules';
import type { Content } from '../../platform/content/index.ts';

/** The tree of a stored version; null when the content has moved on without it. */
export function treeOfVersion(content: Content, rule: string, version: string, asOf: string): RuleTree | null {
  const known = content.library.rules.get(rule)?.rule.versions.find((one) => one.id === version);
  if (!known) return null;
  const inForce = known.effectiveFrom <= asOf && (!known.effectiveTo || asOf < known.effectiveTo);
  const compiled = content.compiled(rule, inForce ? asOf : known.effectiveFrom);
  return compiled.ok && compiled.tree.version === version ? compiled.tree : null;
}
