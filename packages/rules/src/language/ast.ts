import type { Comparison } from '../tree.ts';

/** Where a piece of an expression stands, in characters from its beginning. */
export interface Span {
  from: number;
  to: number;
}

/** The FEEL subset, as written. */
export type Ast = Span &
  (
    | { kind: 'number'; text: string }
    | { kind: 'string'; text: string }
    | { kind: 'boolean'; value: boolean }
    | { kind: 'null' }
    | { kind: 'name'; name: string }
    | { kind: 'negate'; of: Ast }
    | { kind: 'arithmetic'; op: '+' | '-' | '*' | '/'; left: Ast; right: Ast }
    | { kind: 'compare'; op: Comparison; left: Ast; right: Ast }
    | { kind: 'logic'; op: 'and' | 'or'; of: Ast[] }
    | { kind: 'if'; when: Ast; then: Ast; otherwise: Ast }
    | { kind: 'call'; name: string; args: Ast[] }
  );
