import type { Verdict } from '@forest/domain';
import type { RuleTree } from '../tree.ts';

/** What one rule says about many enterprises, by row. */
export interface Judgements {
  /** Index into `VERDICTS`. */
  readonly verdict: Uint8Array;
  /** Bit k: criterion k is met. A criterion with neither bit is unknown. */
  readonly met: Int32Array;
  readonly notMet: Int32Array;
  /** Least and most points, by score and row. */
  readonly scoreMin: readonly Float64Array[];
  readonly scoreMax: readonly Float64Array[];
  /** Index of the first grade that is met, -1 for none; absent where the rule has no grades. */
  readonly grade: Int8Array | null;
}

export const VERDICTS: readonly Verdict[] = ['not_met', 'unknown', 'met'];

type Shape = Pick<RuleTree, 'scores' | 'grades'>;

export function buildJudgements(tree: Shape, count: number): Judgements {
  return {
    verdict: new Uint8Array(count),
    met: new Int32Array(count),
    notMet: new Int32Array(count),
    scoreMin: tree.scores.map(() => new Float64Array(count)),
    scoreMax: tree.scores.map(() => new Float64Array(count)),
    grade: tree.grades.length > 0 ? new Int8Array(count) : null,
  };
}

/** Verdict of one criterion in one row. */
export function criterionVerdict(judgements: Judgements, row: number, criterion: number): Verdict {
  if ((judgements.met[row]! >>> criterion) & 1) return 'met';
  return (judgements.notMet[row]! >>> criterion) & 1 ? 'not_met' : 'unknown';
}
