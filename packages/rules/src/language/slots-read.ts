import type { NumberNode, RuleTree, ScoreNode, TruthNode } from '../tree.ts';

/** Every slot on which a test may depend, through scores too. */
export function slotsRead(test: TruthNode, scores: RuleTree['scores']): Set<number> {
  const found = new Set<number>();
  const number = (node: NumberNode): void => {
    switch (node.kind) {
      case 'slot':
        found.add(node.slot);
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
      case 'constant':
      case 'undefined':
      case 'asOf':
      case 'asOfYear':
        return;
      default:
        number(node.left);
        number(node.right);
    }
  };
  const truth = (node: TruthNode): void => {
    switch (node.kind) {
      case 'flag':
      case 'given':
      case 'textIn':
        found.add(node.slot);
        return;
      case 'compare':
        number(node.left);
        number(node.right);
        return;
      case 'all':
      case 'any':
        for (const one of node.of) truth(one);
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
        score(scores[node.score]!.node);
        return;
      case 'constantTruth':
        return;
    }
  };
  const score = (node: ScoreNode): void => {
    if (node.kind !== 'cases') {
      for (const part of node.of) score(part);
      return;
    }
    if (node.pinned !== null) found.add(node.pinned);
    for (const { when } of node.cases) truth(when);
  };
  truth(test);
  return found;
}
