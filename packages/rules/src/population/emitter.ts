import type { RuleTree, TruthNode } from '../tree.ts';
import type { TextTest } from './dictionary.ts';
import { type Names, slotName } from './names.ts';
import { renamed, type Term } from './term.ts';

/**
 * `fast` code runs over whole blocks without a branch and marks rows that come too near to a threshold;
 * `settling` code runs for the marked rows and asks for the exact sign where the float is not to be trusted.
 */
export type Mode = 'fast' | 'settling';

export type CompareNode = Extract<TruthNode, { kind: 'compare' }>;

export interface TextTestUse extends TextTest {
  slot: number;
  table: string;
}

/** Two bits as source text, each 0 or 1; both 0 is unknown. */
export interface Bits {
  met: string;
  not: string;
}

const LONG = 20;

/** What is shared while the code of one rule is written: lines, names, and what has been named already. */
export class Emitter {
  readonly lines: string[] = [];
  readonly slots = new Map<number, { column: string; local: string }>();
  readonly textTests: TextTestUse[] = [];
  /** Comparisons that may need the exact sign, by the number that the settling code asks for. */
  readonly comparisons: CompareNode[] = [];
  /** Name of the criterion or score being written; names of its parts begin with it. */
  subject = '';
  readonly tree: RuleTree;
  readonly mode: Mode;
  readonly names: Names;
  readonly #defined = new Map<string, string>();

  constructor(tree: RuleTree, mode: Mode, names: Names) {
    this.tree = tree;
    this.mode = mode;
    this.names = names;
  }

  comment(text: string): void {
    this.lines.push('', `// ${text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ')}`);
  }

  /** Names the value of an expression; the same expression is computed once. */
  define(hint: string, expression: string): string {
    if (/^\(*-?[\p{ID_Continue}$.]*\)*$/u.test(expression)) return expression;
    const known = this.#defined.get(expression);
    if (known) return known;
    const name = this.names.unique(hint);
    this.lines.push(`const ${name} = ${withoutOuter(expression)};`);
    this.#defined.set(expression, name);
    return name;
  }

  part(hint: string, expression: string): string {
    return this.define(`${this.subject}_${hint}`, expression);
  }

  /** Short terms stay in place; long ones get a name, and their magnitude one of its own if it differs. */
  nameTerm = (term: Term): Term => {
    if (term.code.length <= LONG && term.size.length <= LONG) return term;
    return renamed(term, this.part('term', term.code), (size) => this.part('size', size));
  };

  near(condition: string): void {
    if (this.mode === 'fast') this.lines.push(`near |= ${condition};`);
  }

  /** Local variable that holds the slot's value in the row at hand. */
  slot(index: number): string {
    const known = this.slots.get(index);
    if (known) return known.local;
    const wish = slotName(this.tree.slots[index]!);
    const local = this.names.unique(wish);
    this.slots.set(index, { local, column: this.names.unique(`${wish}_column`) });
    return local;
  }

  textTable(test: TextTest, slot: number): string {
    const key = JSON.stringify([slot, test.match, test.values]);
    const known = this.textTests.find((t) => JSON.stringify([t.slot, t.match, t.values]) === key);
    if (known) return known.table;
    const table = this.names.unique(`${slotName(this.tree.slots[slot]!)}_${test.match}`);
    this.textTests.push({ ...test, slot, table });
    return table;
  }

  exactSign(node: CompareNode): string {
    this.comparisons.push(node);
    return `exactly(${this.comparisons.length - 1}, i)`;
  }
}

function withoutOuter(expression: string): string {
  if (!expression.startsWith('(') || !expression.endsWith(')')) return expression;
  let depth = 0;
  for (let at = 0; at < expression.length - 1; at++) {
    depth += expression[at] === '(' ? 1 : expression[at] === ')' ? -1 : 0;
    if (depth === 0) return expression;
  }
  return expression.slice(1, -1);
}

export const BITS = {
  and: (...parts: string[]): string => fold(parts, '1', '0', '&'),
  or: (...parts: string[]): string => fold(parts, '0', '1', '|'),
  inverse: (bit: string): string => (bit === '0' ? '1' : bit === '1' ? '0' : `(${bit} ^ 1)`),
};

function fold(parts: string[], neutral: string, absorbing: string, operator: string): string {
  const kept = [...new Set(parts)].filter((p) => p !== neutral);
  if (kept.includes(absorbing)) return absorbing;
  if (kept.length === 0) return neutral;
  return kept.length === 1 ? kept[0]! : `(${kept.join(` ${operator} `)})`;
}
