import type { NumberNode, TruthNode } from '../tree.ts';

/**
 * Numbers the nodes of a rule so that nodes which compute the same have the same number: measures are written out
 * wherever they are used, and years of operation once for every sum over them.
 */
export class SameNode {
  readonly #byNode = new Map<NumberNode | TruthNode, number>();
  readonly #byText = new Map<string, number>();

  of(node: NumberNode | TruthNode): number {
    const known = this.#byNode.get(node);
    if (known !== undefined) return known;
    const text = this.#textOf(node);
    const number = this.#byText.get(text) ?? this.#byText.size;
    this.#byText.set(text, number);
    this.#byNode.set(node, number);
    return number;
  }

  /** What the node computes, with numbers for the nodes below; how it is shown does not matter. */
  #textOf(node: NumberNode | TruthNode): string {
    switch (node.kind) {
      case 'constant':
        return `constant ${node.value.n}/${node.value.d}`;
      case 'undefined':
        return `undefined ${JSON.stringify(node.reason)}`;
      case 'asOf':
      case 'asOfYear':
        return node.kind;
      case 'slot':
      case 'given':
        return `${node.kind} ${node.slot}`;
      case 'flag':
        return `flag ${node.slot} ${node.expected}`;
      case 'textIn':
        return `text ${node.slot} ${node.match} ${JSON.stringify(node.values)}`;
      case 'constantTruth':
        return `truth ${node.value}`;
      case 'scoreCompare':
        return `score ${node.score} ${node.op} ${node.threshold}`;
      case 'compare':
        return `${this.of(node.left)} ${node.op} ${this.of(node.right)}`;
      case 'negate':
      case 'not':
        return `${node.kind} ${this.of(node.of)}`;
      case 'all':
      case 'any':
        return `${node.kind} ${node.of.map((one) => this.of(one))}`;
      case 'cases':
        return `cases ${node.cases.map((one) => [this.of(one.when), this.of(one.value)])} ${this.of(node.otherwise)}`;
      case 'choose':
        return `choose ${node.cases.map((one) => [this.of(one.when), this.of(one.then)])} ${this.of(node.otherwise)}`;
      default:
        return `${node.kind} ${this.of(node.left)} ${this.of(node.right)}`;
    }
  }
}
