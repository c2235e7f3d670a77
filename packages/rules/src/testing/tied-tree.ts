import type { Rational } from '@forest/domain';
import type { NumberNode, RuleTree, ScoreNode, TruthNode } from '../tree.ts';

/**
 * Moves thresholds onto the data: where `choose(n)` says so for the n-th comparison, its right side becomes the exact
 * value that the left side has. Random numbers would never meet the floating error band this way.
 */
export function tiedTree(
  tree: RuleTree,
  exact: (node: NumberNode) => Rational | undefined,
  choose: (comparison: number) => boolean,
): RuleTree {
  let comparisons = 0;
  const truth = (node: TruthNode): TruthNode => {
    switch (node.kind) {
      case 'compare': {
        const value = choose(comparisons++) ? exact(node.left) : undefined;
        return value ? { ...node, right: { kind: 'constant', value } } : node;
      }
      case 'all':
      case 'any':
        return { ...node, of: node.of.map(truth) };
      case 'not':
        return { ...node, of: truth(node.of) };
      case 'choose':
        return {
          ...node,
          cases: node.cases.map((c) => ({ when: truth(c.when), then: truth(c.then) })),
          otherwise: truth(node.otherwise),
        };
      default:
        return node;
    }
  };
  const score = (node: ScoreNode): ScoreNode =>
    node.kind === 'cases'
      ? { ...node, cases: node.cases.map((c) => ({ ...c, when: truth(c.when) })) }
      : { ...node, of: node.of.map(score) };
  return {
    ...tree,
    criteria: tree.criteria.map((c) => ({ ...c, test: truth(c.test) })),
    scores: tree.scores.map((s) => ({ ...s, node: score(s.node) })),
  };
}
