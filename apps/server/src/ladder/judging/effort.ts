import type { Comparison, NumberNode, RuleTree, TruthNode } from '@forest/rules';

/** One judged row, by slot of the rule: numbers, flags and days with NaN where missing; texts or undefined. */
export interface RowReader {
  number(slot: number): number;
  text(slot: number): string | undefined;
  /** Best that the score can still become. */
  scoreMax(score: number): number;
  asOf: number;
  asOfYear: number;
}

type Num = (row: RowReader) => number;
/** 1 true, 0 false, NaN unknown. */
type Truth = (row: RowReader) => number;
/** Relative shortfall: 0 when met, NaN when it cannot be told in numbers. */
export type Shortfall = (row: RowReader) => number;

/**
 * Relative shortfall of each criterion, for sorting near-misses. Floats are enough here: nothing is decided by it.
 * @returns one function a criterion; 0.05 = 5 % away, NaN = not a matter of numbers.
 */
export function compileEffort(tree: RuleTree): Shortfall[] {
  return tree.criteria.map((criterion) => shortfall(criterion.test));
}

function shortfall(node: TruthNode): Shortfall {
  switch (node.kind) {
    case 'compare': {
      const [left, right, op] = [number(node.left), number(node.right), node.op];
      return (row) => distance(op, left(row), right(row));
    }
    case 'scoreCompare': {
      const { score, threshold, op } = node;
      return (row) => distance(op, row.scoreMax(score), threshold);
    }
    case 'all': {
      const parts = node.of.map((part) => shortfall(part));
      // Math.max hands NaN on: one part that is not a number makes the whole not a number.
      return (row) => parts.reduce((most, part) => Math.max(most, part(row)), 0);
    }
    case 'any': {
      const parts = node.of.map((part) => shortfall(part));
      return (row) => parts.reduce((least, part) => smaller(least, part(row)), Number.NaN);
    }
    case 'choose': {
      const cases = node.cases.map((branch) => ({ when: truth(branch.when), distance: shortfall(branch.then) }));
      const otherwise = shortfall(node.otherwise);
      return (row) => {
        for (const branch of cases) {
          const holds = branch.when(row);
          if (Number.isNaN(holds)) return Number.NaN;
          if (holds) return branch.distance(row);
        }
        return otherwise(row);
      };
    }
    case 'not':
      if (node.of.kind === 'compare') return shortfall({ ...node.of, op: opposite[node.of.op] });
      return met(truth(node));
    case 'flag':
    case 'given':
    case 'textIn':
    case 'constantTruth':
      return met(truth(node));
  }
}

const opposite: Record<Comparison, Comparison> = { '>=': '<', '>': '<=', '<=': '>', '<': '>=', '=': '!=', '!=': '=' };

function met(test: Truth): Shortfall {
  return (row) => (test(row) === 1 ? 0 : Number.NaN);
}

function smaller(a: number, b: number): number {
  if (Number.isNaN(a)) return b;
  return Number.isNaN(b) ? a : Math.min(a, b);
}

function distance(op: Comparison, left: number, right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) return Number.NaN;
  if (compares(op, left, right)) return 0;
  // A threshold of zero has no relative measure; ratios near it still order well by themselves.
  return right === 0 ? Math.min(1, Math.abs(left)) : Math.abs(left - right) / Math.abs(right);
}

function compares(op: Comparison, left: number, right: number): boolean {
  switch (op) {
    case '>=':
      return left >= right;
    case '>':
      return left > right;
    case '<=':
      return left <= right;
    case '<':
      return left < right;
    case '=':
      return left === right;
    case '!=':
      return left !== right;
  }
}

function number(node: NumberNode): Num {
  switch (node.kind) {
    case 'constant': {
      const value = node.value.toNumber();
      return () => value;
    }
    case 'slot': {
      const { slot } = node;
      return (row) => row.number(slot);
    }
    case 'undefined':
      return () => Number.NaN;
    case 'asOf':
      return (row) => row.asOf;
    case 'asOfYear':
      return (row) => row.asOfYear;
    case 'negate': {
      const of = number(node.of);
      return (row) => -of(row);
    }
    case 'cases': {
      const cases = node.cases.map((branch) => ({ when: truth(branch.when), value: number(branch.value) }));
      const otherwise = number(node.otherwise);
      return (row) => {
        for (const branch of cases) {
          const holds = branch.when(row);
          if (Number.isNaN(holds)) return Number.NaN;
          if (holds) return branch.value(row);
        }
        return otherwise(row);
      };
    }
    default: {
      const [left, right, join] = [number(node.left), number(node.right), arithmetic[node.kind]];
      return (row) => join(left(row), right(row));
    }
  }
}

const arithmetic = {
  add: (a: number, b: number) => a + b,
  subtract: (a: number, b: number) => a - b,
  multiply: (a: number, b: number) => a * b,
  divide: (a: number, b: number) => (b === 0 ? Number.NaN : a / b),
  min: (a: number, b: number) => Math.min(a, b),
  max: (a: number, b: number) => Math.max(a, b),
};

function truth(node: TruthNode): Truth {
  switch (node.kind) {
    case 'compare': {
      const [left, right, op] = [number(node.left), number(node.right), node.op];
      return (row) => {
        const [a, b] = [left(row), right(row)];
        return Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : Number(compares(op, a, b));
      };
    }
    case 'flag': {
      const { slot, expected } = node;
      return (row) => {
        const value = row.number(slot);
        return Number.isNaN(value) ? Number.NaN : Number(value === Number(expected));
      };
    }
    case 'given': {
      const { slot } = node;
      return (row) => Number(!Number.isNaN(row.number(slot)));
    }
    case 'textIn': {
      const { slot, values, match } = node;
      return (row) => {
        const value = row.text(slot);
        if (value === undefined) return Number.NaN;
        return Number(values.some((one) => (match === 'exact' ? value === one : value.startsWith(one))));
      };
    }
    case 'all': {
      const parts = node.of.map(truth);
      return (row) => parts.reduce((lowest, part) => kleeneAnd(lowest, part(row)), 1);
    }
    case 'any': {
      const parts = node.of.map(truth);
      return (row) => 1 - parts.reduce((lowest, part) => kleeneAnd(lowest, 1 - part(row)), 1);
    }
    case 'not': {
      const of = truth(node.of);
      return (row) => 1 - of(row);
    }
    case 'constantTruth':
      return () => Number(node.value);
    case 'choose':
    case 'scoreCompare':
      // Neither stands in the condition of a band.
      return () => Number.NaN;
  }
}

function kleeneAnd(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : 1;
}
