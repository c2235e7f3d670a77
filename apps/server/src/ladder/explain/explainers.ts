import { compileExplainer, type Explainer, type RuleTree } from '@forest/rules';

const kept = new WeakMap<RuleTree, Explainer>();

/** Making an explainer takes longer than explaining, and the trees stay the same: one is kept for each. */
export function explainerOf(tree: RuleTree): Explainer {
  const known = kept.get(tree);
  if (known) return known;
  const made = compileExplainer(tree);
  kept.set(tree, made);
  return made;
}
