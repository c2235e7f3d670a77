export { checkContent } from './content/check.ts';
export type { Diagnostic, Position } from './content/diagnostic.ts';
export { editorSchemas } from './content/editor-schema.ts';
export { type ContentFile, type ContentLibrary, loadContent, type RuleSource } from './content/library.ts';
export type { RawRule, RawTest, RawVersion } from './content/raw-rule.ts';
export { runTests, type TestFailure } from './content/run-tests.ts';
export { type ExactJudge, exactJudge, type Judgement } from './exact/evaluate.ts';
export { flipLabel, opposite, opposites, outcomeOf } from './exact/logic.ts';
export { compileExplainer, type Explainer } from './explain/explain.ts';
export type {
  CriterionExplanation,
  Explanation,
  MissingFact,
  PartExplanation,
  ScoreExplanation,
  ScorePart,
} from './explain/explanation.ts';
export { type Dictionary, type Fact, nearestFacts } from './facts/dictionary.ts';
export type { FactSet, FactValue } from './facts/fact-set.ts';
export { type FactProblem, type GivenFacts, readFacts } from './facts/read-facts.ts';
export { type ReadValue, readValue } from './facts/read-value.ts';
export { type Row, rowOf } from './facts/row.ts';
export { type Compiled, compileRule, type RuleFault } from './language/compile.ts';
export { versionInForce } from './language/version.ts';
export { type GrowthPath, growthPath, type PathChange } from './levers/growth-path.ts';
export { type Reads, readsOf } from './levers/reads.ts';
export { type LeverMove, smallestChange } from './levers/smallest-change.ts';
export { metFrom } from './levers/waiting.ts';
export { buildColumns, type Columns, rowAt } from './population/columns.ts';
export { BLOCK, type BoundRule, compilePopulation, type Population } from './population/compile.ts';
export { Dictionary as TextDictionary, type TextTest, textTable } from './population/dictionary.ts';
export { buildJudgements, criterionVerdict, type Judgements, VERDICTS } from './population/judgements.ts';
export { compileMany, type ManyRules } from './population/many.ts';
export { type MergedSlots, mergeSlots } from './population/slots.ts';
export { criterionText } from './render/criterion-text.ts';
export { formatDecimal, formatQuantity } from './render/quantity.ts';
export { spaced } from './render/spacing.ts';
export { type Help, missingText, verdictText } from './render/verdict-text.ts';
export { type SqlOptions, type SqlText, toSql } from './sql/to-sql.ts';
export type {
  Comparison,
  Confidence,
  Criterion,
  Lever,
  MeasureView,
  NumberNode,
  OutcomeNode,
  Points,
  RuleTree,
  ScoreNode,
  Shown,
  Slot,
  TruthNode,
} from './tree.ts';
