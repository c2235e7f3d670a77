import type { ScoreNode } from '../tree.ts';
import { isMissing } from './compile-choice.ts';
import type { TruthContext } from './compile-truth.ts';
import type { ScorePart } from './explanation.ts';
import { type Blame, MET, NOT_MET, type State, UNKNOWN } from './state.ts';

export interface CompiledScore {
  explain: (state: State) => ScorePart;
  /** Names what would narrow an interval that is still open. */
  blame: (state: State, blame: Blame) => void;
}

export function compileScore(node: ScoreNode, context: TruthContext): CompiledScore {
  return node.kind === 'cases' ? compileCases(node, context) : compileGathered(node, context);
}

const none: ScorePart[] = [];

/** Most leaves come out as one of a few intervals; each is made once and shared. */
function sharedLeaves(node: Extract<ScoreNode, { kind: 'cases' }>): (min: number, max: number) => ScorePart {
  const { id, title } = node;
  const points = [...node.cases.map((one) => one.points), node.otherwise];
  const least = Math.min(...points.map((one) => one[0]));
  const span = Math.max(...points.map((one) => one[1])) - least + 1;
  const known: (ScorePart | undefined)[] = new Array(span * span);
  return (min, max) => {
    // Points in a row that nobody read may be fractions; they have no place of their own.
    if (!Number.isInteger(min)) return { id, title, points: [min, max], parts: none };
    const at = (min - least) * span + max - least;
    known[at] ??= { id, title, points: [min, max], parts: none };
    return known[at];
  };
}

function compileCases(node: Extract<ScoreNode, { kind: 'cases' }>, context: TruthContext): CompiledScore {
  const { pinned } = node;
  const leafOf = sharedLeaves(node);
  const cases = node.cases.map(({ when, points }) => ({ when: context.truth(when), min: points[0], max: points[1] }));
  const [lowest, highest] = node.otherwise;
  return {
    explain: (s) => {
      let min = Number.POSITIVE_INFINITY;
      let max = Number.NEGATIVE_INFINITY;
      let closed = false;
      for (let i = 0; i < cases.length; i++) {
        const branch = cases[i]!;
        const test = branch.when.test(s);
        if (test === NOT_MET) continue;
        if (branch.min < min) min = branch.min;
        if (branch.max > max) max = branch.max;
        if (test !== MET) continue;
        closed = true;
        break;
      }
      if (!closed) {
        if (lowest < min) min = lowest;
        if (highest > max) max = highest;
      }
      const given = pinned === null ? Number.NaN : s.numbers[pinned]!;
      if (Number.isNaN(given)) return leafOf(min, max);
      const points = given < min ? min : Math.min(given, max);
      return leafOf(points, points);
    },
    blame: (s, blame) => {
      if (pinned !== null && isMissing(s, pinned, context.slots)) blame.slot(pinned);
      for (const { when } of cases) {
        const test = when.test(s);
        if (test === MET) return;
        if (test === UNKNOWN) when.blame(s, blame);
      }
    },
  };
}

function compileGathered(node: Exclude<ScoreNode, { kind: 'cases' }>, context: TruthContext): CompiledScore {
  const { id, title } = node;
  const of = node.of.map((part) => compileScore(part, context));
  const cap = node.kind === 'sum' && node.cap !== null ? node.cap : Number.POSITIVE_INFINITY;
  const best = node.kind === 'best';
  /** Of the row at hand: an explanation comes before its blame. */
  let last: ScorePart[] = [];
  return {
    explain: (s) => {
      const parts: ScorePart[] = new Array(of.length);
      let min = best ? Number.NEGATIVE_INFINITY : 0;
      let max = min;
      for (let i = 0; i < of.length; i++) {
        const part = of[i]!.explain(s);
        parts[i] = part;
        min = best ? Math.max(min, part.points[0]) : min + part.points[0];
        max = best ? Math.max(max, part.points[1]) : max + part.points[1];
      }
      last = parts;
      return { id, title, points: [Math.min(cap, min), Math.min(cap, max)], parts };
    },
    blame: (s, blame) => {
      const floor = best ? last.reduce((most, { points }) => Math.max(most, points[0]), 0) : Number.NEGATIVE_INFINITY;
      for (let i = 0; i < of.length; i++) {
        const [min, max] = last[i]!.points;
        if (max > min && max > floor) of[i]!.blame(s, blame);
      }
    },
  };
}
