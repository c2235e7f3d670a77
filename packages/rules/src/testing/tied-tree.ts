import type { Rational } from '@forest/domain';
import type { NumberNode, RuleTree, ScoreNode, TruthNode } from '../tree.ts';

/**
 * Moves thresholds onto the data: the right side of the n-th comparison becomes the exact value of its left side plus
 * `beside(n)`, unless that is null. Random numbers would hardly ever meet the floating error band.
 */
export function tiedTree(
  tree: RuleTree,
  exact: (node: NumberNode) => Rational | null,
  beside: (comparison: number) => Rational | null,
): RuleTree {
  let comparisons = 0;
  const truth = (node: TruthNode): TruthNode => {
    switch (node.kind) {
      case 'compare': {
        const distance = beside(comparisons++);
        const value = distance && exact(node.left)?.plus(distance);
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
