import type { NumberNode, RuleTree, ScoreNode, TruthNode } from '../tree.ts';

/** What a test looks at: cells, and whether the day of judging itself matters. */
export interface Reads {
  slots: Set<number>;
  asOf: boolean;
}

/** Everything that a test reads, through the scores that it compares. */
export function readsOf(tree: RuleTree, test: TruthNode): Reads {
  const reads: Reads = { slots: new Set(), asOf: false };

  const number = (node: NumberNode): void => {
    switch (node.kind) {
      case 'constant':
      case 'undefined':
        return;
      case 'slot':
        reads.slots.add(node.slot);
        return;
      case 'asOf':
      case 'asOfYear':
        reads.asOf = true;
        return;
      case 'negate':
        number(node.of);
        return;
      case 'cases':
        for (const { when, value } of node.cases) {
          truth(when);
          number(value);
        }
        number(node.otherwise);
        return;
      default:
        number(node.left);
        number(node.right);
    }
  };

  const truth = (node: TruthNode): void => {
    switch (node.kind) {
      case 'compare':
        number(node.left);
        number(node.right);
        return;
      case 'flag':
      case 'given':
      case 'textIn':
        reads.slots.add(node.slot);
        return;
      case 'all':
      case 'any':
        node.of.forEach(truth);
        return;
      case 'not':
        truth(node.of);
        return;
      case 'choose':
        for (const { when, then } of node.cases) {
          truth(when);
          truth(then);
        }
        truth(node.otherwise);
        return;
      case 'scoreCompare':
        score(tree.scores[node.score]!.node);
        return;
      case 'constantTruth':
        return;
    }
  };

  const score = (node: ScoreNode): void => {
    if (node.kind !== 'cases') {
      node.of.forEach(score);
      return;
    }
    for (const { when } of node.cases) truth(when);
    if (node.pinned !== null) reads.slots.add(node.pinned);
  };

  truth(test);
  return reads;
}
