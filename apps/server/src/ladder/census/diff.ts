import type { Verdict } from '@forest/domain';

/** A verdict as judged now. Scores and effort are NaN where there are none. */
export interface JudgedRow {
  enterpriseId: number;
  rule: string;
  version: string;
  verdict: Verdict;
  met: number;
  not: number;
  scoreMin: number;
  scoreMax: number;
  short: number;
  unsure: number;
  /** Single precision. */
  effort: number;
}

/** The current row of the history. */
export interface StoredRow extends JudgedRow {
  since: string;
}

/** What a block of enterprises writes. */
export interface Changes {
  /** New current rows, since the census date. */
  open: JudgedRow[];
  /** Current rows that end on the census date. */
  close: { enterpriseId: number; rule: string }[];
  /** Current rows that are overwritten: only distances moved, or they began on this very date. */
  amend: JudgedRow[];
  /** How many of `amend` say something new. */
  amended: number;
  /** Current rows that began on this very date and have nothing to replace them. */
  drop: { enterpriseId: number; rule: string }[];
}

export function noChanges(): Changes {
  return { open: [], close: [], amend: [], amended: 0, drop: [] };
}

/**
 * Compares what was judged with what is stored, for one rule of one enterprise.
 * @param judged undefined when the rule no longer applies.
 */
export function compare(
  stored: StoredRow | undefined,
  judged: JudgedRow | undefined,
  asOf: string,
  into: Changes,
): void {
  if (!judged) {
    if (stored) (stored.since === asOf ? into.drop : into.close).push(stored);
    return;
  }
  if (!stored) into.open.push(judged);
  else if (sameJudgement(stored, judged)) {
    if (!sameDistance(stored, judged)) into.amend.push(judged);
  } else if (stored.since === asOf) {
    into.amend.push(judged);
    into.amended++;
  } else {
    into.close.push(stored);
    into.open.push(judged);
  }
}

/** What makes history: the version judged by, the verdict, and which criteria are met. */
export function sameJudgement(a: JudgedRow, b: JudgedRow): boolean {
  return a.met === b.met && a.not === b.not && a.verdict === b.verdict && a.version === b.version;
}

function sameDistance(a: JudgedRow, b: JudgedRow): boolean {
  return (
    a.short === b.short &&
    a.unsure === b.unsure &&
    Object.is(a.effort, b.effort) &&
    Object.is(a.scoreMin, b.scoreMin) &&
    Object.is(a.scoreMax, b.scoreMax)
  );
}
