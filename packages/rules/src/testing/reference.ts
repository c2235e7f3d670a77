import { Rational, type Verdict, yearOf } from '@forest/domain';
import type { Comparison, NumberNode, OutcomeNode, Points, RuleTree, ScoreNode, TruthNode } from '../tree.ts';
import type { Row } from './row.ts';

export interface ReferenceJudgement {
  verdict: Verdict;
  criteria: Verdict[];
  scores: Points[];
  grade: number;
}

/** The meaning of the tree, one enterprise at a time, in exact arithmetic and without any cleverness. */
export function referenceJudge(tree: RuleTree, row: readonly Row[number][], asOf: number): ReferenceJudgement {
  return reference(tree, row, asOf).judge();
}

export function referenceNumber(
  tree: RuleTree,
  node: NumberNode,
  row: readonly Row[number][],
  asOf: number,
): Rational | undefined {
  return reference(tree, row, asOf).number(node);
}

function reference(tree: RuleTree, row: readonly Row[number][], asOf: number) {
  const number = (node: NumberNode): Rational | undefined => {
    switch (node.kind) {
      case 'constant':
        return node.value;
      case 'slot': {
        const value = row[node.slot];
        return typeof value === 'number' && !Number.isNaN(value) ? Rational.of(value) : undefined;
      }
      case 'undefined':
        return undefined;
      case 'asOf':
        return Rational.of(asOf);
      case 'asOfYear':
        return Rational.of(yearOf(asOf));
      case 'negate':
        return number(node.of)?.negated();
      case 'cases': {
        for (const branch of node.cases) {
          const test = truth(branch.when);
          if (test === 'unknown') return undefined;
          if (test === 'met') return number(branch.value);
        }
        return number(node.otherwise);
      }
      default: {
        const left = number(node.left);
        const right = number(node.right);
        if (!left || !right) return undefined;
        if (node.kind === 'add') return left.plus(right);
        if (node.kind === 'subtract') return left.minus(right);
        if (node.kind === 'multiply') return left.times(right);
        if (node.kind === 'divide') return right.sign() === 0 ? undefined : left.over(right);
        return left.compare(right) < 0 === (node.kind === 'min') ? left : right;
      }
    }
  };
  const truth = (node: TruthNode): Verdict => {
    switch (node.kind) {
      case 'constantTruth':
        return verdictOf(node.value);
      case 'compare': {
        const left = number(node.left);
        const right = number(node.right);
        return left && right ? verdictOf(holds(node.op, left.compare(right))) : 'unknown';
      }
      case 'flag': {
        const value = row[node.slot];
        return value === 1 || value === 0 ? verdictOf((value === 1) === node.expected) : 'unknown';
      }
      case 'given': {
        const value = row[node.slot];
        return verdictOf(typeof value === 'string' || (typeof value === 'number' && !Number.isNaN(value)));
      }
      case 'textIn': {
        const text = row[node.slot];
        if (typeof text !== 'string') return 'unknown';
        return verdictOf(node.values.some((v) => (node.match === 'exact' ? text === v : text.startsWith(v))));
      }
      case 'all':
        return every(node.of.map(truth));
      case 'any':
        return some(node.of.map(truth));
      case 'not':
        return inverse(truth(node.of));
      case 'choose': {
        const open = possible(node.cases, (c) => c.when).map((i) => truth(node.cases[i]?.then ?? node.otherwise));
        return open.every((v) => v === open[0]) ? open[0]! : 'unknown';
      }
      case 'scoreCompare':
        return scoreHolds(node.op, score(tree.scores[node.score]!.node), node.threshold);
    }
  };
  const possible = <C>(cases: C[], when: (c: C) => TruthNode): number[] => {
    const open: number[] = [];
    for (const [i, branch] of cases.entries()) {
      const test = truth(when(branch));
      if (test !== 'not_met') open.push(i);
      if (test === 'met') return open;
    }
    return [...open, cases.length];
  };
  const score = (node: ScoreNode): Points => {
    if (node.kind === 'cases') {
      const open = possible(node.cases, (c) => c.when).map((i) => node.cases[i]?.points ?? node.otherwise);
      const min = Math.min(...open.map((p) => p[0]));
      const max = Math.max(...open.map((p) => p[1]));
      const pinned = node.pinned === null ? Number.NaN : Number(row[node.pinned] ?? Number.NaN);
      if (Number.isNaN(pinned)) return [min, max];
      const points = Math.min(max, Math.max(min, pinned));
      return [points, points];
    }
    const parts = node.of.map(score);
    if (node.kind === 'best') return [Math.max(...parts.map((p) => p[0])), Math.max(...parts.map((p) => p[1]))];
    const cap = node.cap ?? Number.POSITIVE_INFINITY;
    const total = (end: 0 | 1) =>
      Math.min(
        cap,
        parts.reduce((sum, p) => sum + p[end], 0),
      );
    return [total(0), total(1)];
  };
  const judge = (): ReferenceJudgement => {
    const criteria = tree.criteria.map((criterion) => truth(criterion.test));
    const outcome = (node: OutcomeNode): Verdict => {
      if (node.kind === 'criterion') return criteria[node.index]!;
      return node.kind === 'all' ? every(node.of.map(outcome)) : some(node.of.map(outcome));
    };
    return {
      verdict: outcome(tree.outcome),
      criteria,
      scores: tree.scores.map((s) => score(s.node)),
      grade: tree.grades.findIndex((grade) => outcome(grade.when) === 'met'),
    };
  };
  return { number, judge };
}

const verdictOf = (value: boolean): Verdict => (value ? 'met' : 'not_met');
const inverse = (v: Verdict): Verdict => (v === 'unknown' ? v : verdictOf(v === 'not_met'));
const every = (of: Verdict[]): Verdict =>
  of.includes('not_met') ? 'not_met' : of.includes('unknown') ? 'unknown' : 'met';
const some = (of: Verdict[]): Verdict => inverse(every(of.map(inverse)));

function holds(op: Comparison, sign: number): boolean {
  if (op === '=') return sign === 0;
  if (op === '!=') return sign !== 0;
  return (op.includes('=') && sign === 0) || (op[0] === '<' ? sign < 0 : sign > 0);
}

function scoreHolds(op: Comparison, [min, max]: Points, threshold: number): Verdict {
  const verdicts = [min, max].map((end) => verdictOf(holds(op, Math.sign(end - threshold))));
  if ((op === '=' || op === '!=') && min < threshold && threshold < max) return 'unknown';
  return verdicts[0] === verdicts[1] ? verdicts[0]! : 'unknown';
}
