import type { Text, Verdict } from '@forest/domain';
import type { Confidence, Points, Shown } from '../tree.ts';

export interface MissingFact {
  fact: string;
  /** Calendar year; null for a standing fact. */
  year: number | null;
}

/** One comparison of a criterion, as people see it. */
export interface PartExplanation {
  text: Text;
  verdict: Verdict;
  op: Shown['op'];
  /** Numbers in `unit` (ratios as fractions), dates as ISO text; null when unknown. */
  actual: number | string | boolean | null;
  /** The threshold that applies; null when it depends on something unknown or is not a number. */
  required: number | string | null;
  requiredText: Text;
  /** Points that are certain and still possible, where the measure is a score that is open. */
  range: Points | null;
  /** How far the measure has to move, never negative; null unless the part is not met and has a number. Days for dates. */
  gap: number | null;
  unit: string;
}

export interface CriterionExplanation {
  id: string;
  title: Text;
  document: string;
  article: string;
  confidence: Confidence;
  note: Text | null;
  verdict: Verdict;
  /** Of the comparison that decides; see `parts` for all of them. */
  op: Shown['op'] | null;
  actual: PartExplanation['actual'];
  required: PartExplanation['required'];
  requiredText: Text | null;
  range: Points | null;
  gap: number | null;
  unit: string;
  /** Every comparison, where there are several. */
  parts: PartExplanation[];
  missing: MissingFact[];
  /** Why a number does not exist, such as a growth rate from a base of zero. */
  undefinedReasons: Text[];
}

export interface ScorePart {
  id: string;
  title: Text;
  /** What is certain and what is still possible. */
  points: Points;
  parts: ScorePart[];
}

export interface ScoreExplanation extends ScorePart {
  article: string;
}

/** A judged enterprise with all its reasons. */
export interface Explanation {
  rule: string;
  version: string;
  verdict: Verdict;
  grade: { id: string; name: Text } | null;
  criteria: CriterionExplanation[];
  scores: ScoreExplanation[];
  /** Missing facts on which the verdict hangs; empty when it is settled. */
  missing: MissingFact[];
}
