import { Rational, type Verdict } from '@forest/domain';
import type { Row } from '../facts/row.ts';
import type { NumberNode, Points, RuleTree, ScoreNode, TruthNode } from '../tree.ts';
import { every, holds, opposite, outcomeOf, scoreHolds, some } from './logic.ts';

/** What a rule says of one enterprise. */
export interface Judgement {
  verdict: Verdict;
  criteria: Verdict[];
  scores: Points[];
  /** Index of the first grade that is met, or -1. */
  grade: number;
}

/** The meaning of a rule for one row, in rational arithmetic: what every faster execution has to agree with. */
export interface ExactJudge {
  /** null when unknown or undefined. */
  number(node: NumberNode): Rational | null;
  truth(node: TruthNode): Verdict;
  score(node: ScoreNode): Points;
  judge(): Judgement;
}

const verdictOf = (met: boolean): Verdict => (met ? 'met' : 'not_met');

export function exactJudge(tree: RuleTree, row: Row): ExactJudge {
  const missing = (slot: number) =>
    tree.slots[slot]!.kind === 'text' ? row.texts[slot] === undefined : Number.isNaN(row.numbers[slot]!);

  const number = (node: NumberNode): Rational | null => {
    switch (node.kind) {
      case 'constant':
        return node.value;
      case 'undefined':
        return null;
      case 'slot':
        return missing(node.slot) ? null : Rational.of(row.numbers[node.slot]!);
      case 'asOf':
        return Rational.of(row.asOf);
      case 'asOfYear':
        return Rational.of(row.asOfYear);
      case 'negate':
        return number(node.of)?.negated() ?? null;
      case 'cases': {
        for (const { when, value } of node.cases) {
          const test = truth(when);
          if (test === 'unknown') return null;
          if (test === 'met') return number(value);
        }
        return number(node.otherwise);
      }
    }
    const left = number(node.left);
    const right = number(node.right);
    if (!left || !right) return null;
    switch (node.kind) {
      case 'add':
        return left.plus(right);
      case 'subtract':
        return left.minus(right);
      case 'multiply':
        return left.times(right);
      case 'divide':
        return right.sign() === 0 ? null : left.over(right);
      case 'min':
        return left.compare(right) <= 0 ? left : right;
      case 'max':
        return left.compare(right) >= 0 ? left : right;
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
      case 'flag':
        return missing(node.slot) ? 'unknown' : verdictOf((row.numbers[node.slot] === 1) === node.expected);
      case 'given':
        return verdictOf(!missing(node.slot));
      case 'textIn': {
        const text = row.texts[node.slot];
        if (text === undefined) return 'unknown';
        return verdictOf(node.values.some((v) => (node.match === 'exact' ? v === text : text.startsWith(v))));
      }
      case 'all':
        return every(node.of.map(truth));
      case 'any':
        return some(node.of.map(truth));
      case 'not':
        return opposite(truth(node.of));
      case 'choose': {
        const open = possible(node.cases).map((index) => truth(node.cases[index]?.then ?? node.otherwise));
        return open.every((verdict) => verdict === open[0]) ? open[0]! : 'unknown';
      }
      case 'scoreCompare':
        return scoreHolds(node.op, score(tree.scores[node.score]!.node), node.threshold);
    }
  };

  /** Indexes of the branches that may still be the one; the length of the list stands for `otherwise`. */
  const possible = (cases: readonly { when: TruthNode }[]): number[] => {
    const open: number[] = [];
    for (const [index, { when }] of cases.entries()) {
      const test = truth(when);
      if (test !== 'not_met') open.push(index);
      if (test === 'met') return open;
    }
    return [...open, cases.length];
  };

  const score = (node: ScoreNode): Points => {
    if (node.kind === 'cases') {
      const open = possible(node.cases).map((index) => node.cases[index]?.points ?? node.otherwise);
      const [min, max] = [Math.min(...open.map((p) => p[0])), Math.max(...open.map((p) => p[1]))];
      if (node.pinned === null || missing(node.pinned)) return [min, max];
      const given = Math.min(max, Math.max(min, row.numbers[node.pinned]!));
      return [given, given];
    }
    const parts = node.of.map(score);
    if (node.kind === 'best') return [Math.max(...parts.map((p) => p[0])), Math.max(...parts.map((p) => p[1]))];
    const cap = node.cap ?? Number.POSITIVE_INFINITY;
    const total = (end: 0 | 1) => parts.reduce((sum, part) => sum + part[end], 0);
    return [Math.min(cap, total(0)), Math.min(cap, total(1))];
  };

  const judge = (): Judgement => {
    const criteria = tree.criteria.map((criterion) => truth(criterion.test));
    return {
      verdict: outcomeOf(tree.outcome, criteria),
      criteria,
      scores: tree.scores.map((one) => score(one.node)),
      grade: tree.grades.findIndex((grade) => outcomeOf(grade.when, criteria) === 'met'),
    };
  };
  return { number, truth, score, judge };
}
