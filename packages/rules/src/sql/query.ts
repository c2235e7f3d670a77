import { Names } from '../population/names.ts';
import type { RuleTree } from '../tree.ts';

/** A PostgreSQL boolean expression: true, false, or null for unknown. */
export type SqlTruth = string;

/** PostgreSQL cuts names after 63 bytes; identifiers of facts and criteria are plain ASCII. */
const NAME_LENGTH = 48;

/**
 * The query while it is written. Every shared expression becomes a column of a derived table on top of those that it
 * reads, so that nothing is computed twice and no text grows without bound.
 */
export class Query {
  readonly tree: RuleTree;
  readonly parameters: unknown[] = [];
  readonly names = new Names();
  /** Columns by layer; layer 0 holds the slots. */
  readonly layers: { name: string; expression: string }[][] = [[]];
  /** Name of the criterion or score being written; names of its parts begin with it. */
  subject = '';
  readonly #layerOf = new Map<string, number>();
  readonly #known = new Map<string, string>();
  readonly #scores = new Map<number, { min: string; max: string }>();

  constructor(tree: RuleTree) {
    this.tree = tree;
  }

  /** `$3::text`, for the value. */
  parameter(value: unknown, type: string): string {
    const known = this.parameters.indexOf(value);
    const number = known >= 0 ? known + 1 : this.parameters.push(value);
    return `$${number}::${type}`;
  }

  slotColumn(wish: string, expression: string): string {
    return this.#column(wish, expression, 0);
  }

  /** Column that holds the expression, one layer above the columns that it reads. */
  define(hint: string, expression: string): string {
    if (/^(\w+|"[^"]+"|\(-?\d+\))$/.test(expression)) return expression;
    const known = this.#known.get(expression);
    if (known) return known;
    const read = [...expression.matchAll(/"[^"]+"/g)].map(([name]) => this.#layerOf.get(name) ?? 0);
    return this.#column(`${this.subject} ${hint}`, expression, Math.max(0, ...read) + 1);
  }

  /** Each score is written once, however many criteria test it. */
  scoreOnce(score: number, write: () => { min: string; max: string }): { min: string; max: string } {
    const known = this.#scores.get(score) ?? write();
    this.#scores.set(score, known);
    return known;
  }

  #column(wish: string, expression: string, layer: number): string {
    const name = `"${this.names.unique(wish.slice(0, NAME_LENGTH))}"`;
    while (this.layers.length <= layer) this.layers.push([]);
    this.layers[layer]!.push({ name, expression });
    this.#layerOf.set(name, layer);
    this.#known.set(expression, name);
    return name;
  }
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
