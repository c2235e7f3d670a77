import type { Points, ScoreNode, TruthNode } from '../tree.ts';
import { emitTruth } from './emit-truth.ts';
import { BITS, type Bits, type Emitter } from './emitter.ts';

/** Source text of the least and the most points. */
export interface Interval {
  min: string;
  max: string;
}

export function emitScore(e: Emitter, node: ScoreNode): Interval {
  if (node.kind === 'cases') return emitCases(e, node);
  const parts = node.of.map((of) => emitScore(e, of));
  const join = (ends: string[]) => {
    if (ends.length === 1 && node.kind === 'best') return ends[0]!;
    if (node.kind === 'best') return `Math.max(${ends.join(', ')})`;
    const sum = ends.length === 0 ? '0' : ends.join(' + ');
    return node.cap === null ? sum : `Math.min(${node.cap}, ${sum})`;
  };
  return interval(e, node.id, join(parts.map((p) => p.min)), join(parts.map((p) => p.max)));
}

function interval(e: Emitter, id: string, min: string, max: string): Interval {
  return { min: e.part(`${id}_min`, min), max: e.part(`${id}_max`, max) };
}

function emitCases(e: Emitter, node: Extract<ScoreNode, { kind: 'cases' }>): Interval {
  const tests = node.cases.map((c) => emitTruth(e, c.when));
  const points = [...node.cases.map((c) => c.points), node.otherwise];
  // later[k]: some branch after k is reached. refuted[k]: no branch up to k is possible.
  const later: string[] = [];
  const refuted: string[] = [];
  tests.forEach((test, k) => {
    later.push(e.part(`${node.id}_later`, BITS.and(later[k - 1] ?? '1', BITS.inverse(test.met))));
    refuted.push(e.part(`${node.id}_refuted`, BITS.and(refuted[k - 1] ?? '1', test.not)));
  });
  const min = extreme('min', points, { later, refuted, tests });
  const max = extreme('max', points, { later, refuted, tests });
  const hull = interval(e, node.id, min, max);
  if (node.pinned === null) return hull;
  const given = e.slot(node.pinned);
  const pinned = e.part(`${node.id}_given`, `Math.min(${hull.max}, Math.max(${hull.min}, ${given}))`);
  const known = `${given} === ${given}`;
  return interval(e, node.id, `${known} ? ${pinned} : ${hull.min}`, `${known} ? ${pinned} : ${hull.max}`);
}

interface Chain {
  later: string[];
  refuted: string[];
  tests: Bits[];
}

/**
 * The least or most points among the branches still possible. Where points only fall (or only rise) from branch to
 * branch, the first or the last possible branch has them, and a sum of steps finds it without a choice.
 */
function extreme(end: 'min' | 'max', branches: Points[], { later, refuted, tests }: Chain): string {
  const points = branches.map((p) => p[end === 'min' ? 0 : 1]);
  const steps = points.slice(1).map((p, k) => p - points[k]!);
  const [first, last] = [refuted, later];
  if (steps.every((s) => s <= 0)) return stepped(points[0]!, steps, end === 'min' ? last : first);
  if (steps.every((s) => s >= 0)) return stepped(points[0]!, steps, end === 'min' ? first : last);
  const worst = end === 'min' ? Math.max(...points) : Math.min(...points);
  const candidates = points.map((p, k) => {
    const open = BITS.and(later[k - 1] ?? '1', BITS.inverse(tests[k]?.not ?? '0'));
    return `${worst} ${p < worst ? '-' : '+'} ${Math.abs(p - worst)} * ${open}`;
  });
  return `Math.${end}(${candidates.join(', ')})`;
}

function stepped(start: number, steps: number[], bits: string[]): string {
  const moves = steps.flatMap((s, k) => (s === 0 ? [] : [` ${s < 0 ? '-' : '+'} ${Math.abs(s)} * ${bits[k]}`]));
  return moves.length === 0 ? `${start}` : `(${start}${moves.join('')})`;
}

export function emitScoreCompare(e: Emitter, node: Extract<TruthNode, { kind: 'scoreCompare' }>): Bits {
  const score = e.tree.scores[node.score]!;
  const subject = e.subject;
  e.subject = score.id;
  const { min, max } = emitScore(e, score.node);
  e.subject = subject;
  const t = node.threshold;
  const least = (op: string) => e.part(`min`, `+(${min} ${op} ${t})`);
  const most = (op: string) => e.part(`max`, `+(${max} ${op} ${t})`);
  const met = (l: string, m: string): Bits => ({ met: l, not: m });
  switch (node.op) {
    case '>=':
      return met(least('>='), most('<'));
    case '>':
      return met(least('>'), most('<='));
    case '<=':
      return met(most('<='), least('>'));
    case '<':
      return met(most('<'), least('>='));
    default: {
      const only = BITS.and(least('==='), most('==='));
      const outside = BITS.or(least('>'), most('<'));
      return node.op === '=' ? met(only, outside) : met(outside, only);
    }
  }
}
