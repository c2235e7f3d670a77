import type { Rational, Text } from '@forest/domain';

/**
 * The one tree that every execution shares: explain, population loop and SQL read these nodes and nothing else.
 * Elaboration produces it; it holds no sugar. Period functions are gone (expanded over slots), banded thresholds
 * are `choose`, compound growth is a product, score bands are `cases`.
 */

/** One input cell of a judged row. Dates are days since 1970-01-01; flags are 1 and 0; missing numbers are NaN. */
export interface Slot {
  fact: string;
  /** 0 = last full accounting year before the as-of date, -1 the year before; null for a standing fact. */
  yearOffset: number | null;
  kind: 'number' | 'flag' | 'date' | 'text';
  /** What is read from the fact: itself, the calendar year of a date, or the date moved by whole months. */
  derive:
    | { as: 'value' }
    /** `ifMissing` stands in for a date that is not known (operating years without a registration date). */
    | { as: 'year'; ifMissing?: number }
    | { as: 'plusMonths'; months: number };
  /** True when the dictionary says that the value is never negative. */
  nonNegative: boolean;
}

export type NumberNode =
  | { kind: 'constant'; value: Rational }
  /** A number that does not exist, such as growth from a base of zero; like NaN, every comparison with it is unknown. */
  | { kind: 'undefined'; reason: Text }
  | { kind: 'slot'; slot: number }
  /** Days since 1970-01-01 of the as-of date. */
  | { kind: 'asOf' }
  /** Calendar year of the as-of date. */
  | { kind: 'asOfYear' }
  | { kind: 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max'; left: NumberNode; right: NumberNode }
  | { kind: 'negate'; of: NumberNode }
  /** First branch whose test is met; an unknown test before it makes the value unknown. */
  | { kind: 'cases'; cases: { when: TruthNode; value: NumberNode }[]; otherwise: NumberNode };

export type Comparison = '>=' | '>' | '<=' | '<' | '=' | '!=';

export type TruthNode =
  | { kind: 'compare'; op: Comparison; left: NumberNode; right: NumberNode; shown?: Shown }
  | { kind: 'flag'; slot: number; expected: boolean; shown?: Shown }
  /** Met when the fact has a value, not met when it is missing; never unknown. Chooses a substitute for a missing fact. */
  | { kind: 'given'; slot: number }
  | { kind: 'textIn'; slot: number; values: string[]; match: 'exact' | 'prefix'; shown?: Shown }
  /** `said` marks a group that people see as one test (another rule's outcome). */
  | { kind: 'all' | 'any'; of: TruthNode[]; said?: Text }
  | { kind: 'not'; of: TruthNode }
  /** Every branch still possible must agree; otherwise unknown. Branches are tried in order. */
  | { kind: 'choose'; cases: { when: TruthNode; then: TruthNode }[]; otherwise: TruthNode; shown?: Shown }
  | { kind: 'scoreCompare'; op: Comparison; score: number; threshold: number; shown?: Shown }
  | { kind: 'constantTruth'; value: boolean };

/** Points as an interval: what an expert may still give, or what missing inputs leave open. Whole points. */
export type Points = readonly [min: number, max: number];

export type ScoreNode =
  | {
      kind: 'cases';
      id: string;
      title: Text;
      cases: { when: TruthNode; points: Points }[];
      otherwise: Points;
      /** Slot of the fact that holds the points an expert gave; clamped into the computed interval. */
      pinned: number | null;
    }
  | { kind: 'sum'; id: string; title: Text; cap: number | null; of: ScoreNode[] }
  | { kind: 'best'; id: string; title: Text; of: ScoreNode[] };

/**
 * How a test is shown to people: the measure before lowering (a growth rate is shown as a rate although it is decided
 * as a product), its unit and the required value, banded or not.
 */
export interface Shown {
  /** The measure in words: 近三年研发费用合计 ÷ 近三年销售收入合计. */
  text: Text;
  measure: MeasureView;
  op: Comparison | 'in' | 'notIn' | 'is';
  /** Required value by band; one entry with `when: null` for a plain threshold. */
  required: { when: TruthNode | null; value: NumberNode | null; label: Text }[];
  /** Display unit of the measure: a fact unit, `%` for a ratio kept as a fraction, `万元/人`, or empty. */
  unit: string;
}

/** A measure that can be computed for display in floats; `compoundGrowth` exists only here, never in a decision. */
export type MeasureView =
  | { kind: 'number'; node: NumberNode }
  | { kind: 'compoundGrowth'; from: NumberNode; to: NumberNode; periods: number }
  | { kind: 'text'; slot: number }
  | { kind: 'flag'; slot: number }
  | { kind: 'score'; score: number };

export type LeverDirection = 'up' | 'down';

/** A fact that an enterprise can change, and in which direction; `step` is the smallest change in the fact's unit. */
export interface Lever {
  slot: number;
  direction: LeverDirection;
  step: Rational;
}

export interface Criterion {
  id: string;
  title: Text;
  /** Citation: document number and article. */
  document: string;
  article: string;
  confidence: Confidence;
  test: TruthNode;
  levers: Lever[];
  note: Text | null;
}

/** Marks of `domain` 0.1: seen twice or official, seen once, from knowledge (high, medium, low), computed, proposed. */
export type Confidence = 'V+' | 'V' | 'K-H' | 'K-M' | 'K-L' | 'C' | 'D';

/** Outcome over criteria, by index. */
export type OutcomeNode = { kind: 'criterion'; index: number } | { kind: 'all' | 'any'; of: OutcomeNode[] };

/** One version of one rule, ready to execute. At most 30 criteria, so that masks fit in a small integer. */
export interface RuleTree {
  rule: string;
  version: string;
  slots: Slot[];
  criteria: Criterion[];
  scores: { id: string; title: Text; article: string; node: ScoreNode }[];
  outcome: OutcomeNode;
  grades: { id: string; name: Text; when: OutcomeNode }[];
}
