import type { Verdict } from '@forest/domain';
import { exactJudge } from '../exact/evaluate.ts';
import { opposite } from '../exact/logic.ts';
import type { Row } from '../facts/row.ts';
import type { Criterion, OutcomeNode, RuleTree, ScoreNode, TruthNode } from '../tree.ts';
import { type CompiledNumber, compileNumber } from './compile-number.ts';
import { compileScore } from './compile-score.ts';
import { type CompiledTruth, compileTruth, type TruthContext } from './compile-truth.ts';
import type {
  CriterionExplanation,
  Explanation,
  MissingFact,
  PartExplanation,
  ScoreExplanation,
  ScorePart,
} from './explanation.ts';
import { MissingFacts } from './missing.ts';
import { type CompiledPart, compileParts } from './parts.ts';
import { SameNode } from './same-node.ts';
import { type Answer, Blame, MET, type State, UNKNOWN } from './state.ts';

/** A rule made ready to explain one enterprise after another. */
export interface Explainer {
  explain(row: Row): Explanation;
  /** Verdicts alone: of the rule and of each criterion. */
  judge(row: Row): { verdict: Verdict; criteria: Verdict[] };
  /** One criterion alone. */
  judgeCriterion(row: Row, index: number): Verdict;
}

const verdictOf = (answer: Answer): Verdict => (answer === MET ? 'met' : answer === UNKNOWN ? 'unknown' : 'not_met');

interface ReadyCriterion {
  criterion: Criterion;
  truth: CompiledTruth;
  parts: (CompiledPart & { truth: CompiledTruth })[];
}

/** Functions are made once for each rule; each explanation then only runs them. */
export function compileExplainer(tree: RuleTree): Explainer {
  const same = new SameNode();
  const compiled = new Map<number, CompiledTruth>();
  const numbers = new Map<number, CompiledNumber>();
  const context: TruthContext = {
    slots: tree.slots,
    truth: (node) => {
      const key = same.of(node);
      const made = compiled.get(key) ?? compileTruth(node, context);
      compiled.set(key, made);
      return made;
    },
    number: (node) => {
      const key = same.of(node);
      const made = numbers.get(key) ?? compileNumber(node, context);
      numbers.set(key, made);
      return made;
    },
    blameScore: (score, state, blame) => scores[score]!.blame(state, blame),
  };
  const scores = tree.scores.map((one) => compileScore(one.node, context));
  const criteria: ReadyCriterion[] = tree.criteria.map((criterion) => ({
    criterion,
    truth: context.truth(criterion.test),
    parts: compileParts(criterion.test, context).map((part) => ({ ...part, truth: context.truth(part.node) })),
  }));
  const state: State = {
    row: emptyRow,
    numbers: emptyRow.numbers,
    read: (slot) => state.numbers[slot]!,
    exact: (node) => exactJudge(tree, state.row).number(node),
    unsure: false,
    run: 0,
    scoreMin: [],
    scoreMax: [],
  };

  const blame = new Blame(tree.slots.length);
  const missing = new MissingFacts(tree.slots);

  const load = (row: Row) => {
    state.row = row;
    state.numbers = row.numbers;
    state.run += 1;
  };

  /** Floats where they decide, rational arithmetic where they do not. */
  const answer = (truth: CompiledTruth, node: TruthNode): Verdict => {
    state.unsure = state.row.odd;
    const quick = truth.test(state);
    return state.unsure ? exactJudge(tree, state.row).truth(node) : verdictOf(quick);
  };

  const explainScores = (): ScoreExplanation[] =>
    tree.scores.map((one, index) => {
      state.unsure = state.row.odd;
      const quick = scores[index]!.explain(state);
      const part = state.unsure ? exactPart(one.node, tree, state.row) : quick;
      state.scoreMin[index] = part.points[0];
      state.scoreMax[index] = part.points[1];
      const { id, title, article } = one;
      return { id, title, article, points: part.points, parts: part.parts };
    });

  const explainCriterion = ({ criterion, truth, parts }: ReadyCriterion): CriterionExplanation => {
    const verdict = answer(truth, criterion.test);
    const shown: PartExplanation[] = new Array(parts.length);
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!;
      const own = parts.length === 1 && part.node === criterion.test ? verdict : answer(part.truth, part.node);
      shown[i] = part.explain(state, part.negated ? opposite(own) : own);
    }
    const head = deciding(shown, verdict, criterion.test.kind === 'any');
    const unknown = verdict === 'unknown';
    if (unknown) blameOf(truth);
    return {
      id: criterion.id,
      title: criterion.title,
      document: criterion.document,
      article: criterion.article,
      confidence: criterion.confidence,
      note: criterion.note,
      verdict,
      op: head?.op ?? null,
      actual: head?.actual ?? null,
      required: head?.required ?? null,
      requiredText: head?.requiredText ?? null,
      range: head?.range ?? null,
      gap: head?.gap ?? null,
      unit: head?.unit ?? '',
      parts: shown.length > 1 ? shown : none,
      missing: unknown ? missing.of(blame.slots, state.row.asOfYear) : none,
      undefinedReasons: unknown && blame.reasons.length > 0 ? [...blame.reasons] : none,
    };
  };

  const blameOf = (truth: CompiledTruth): void => {
    blame.clear();
    truth.blame(state, blame);
  };

  return {
    explain(row) {
      load(row);
      const explainedScores = explainScores();
      const explained = criteria.map(explainCriterion);
      const verdict = outcome(tree.outcome, explained);
      const grade = tree.grades.find((one) => outcome(one.when, explained) === 'met');
      return {
        rule: tree.rule,
        version: tree.version,
        verdict,
        grade: grade ? { id: grade.id, name: grade.name } : null,
        criteria: explained,
        scores: explainedScores,
        missing: verdict === 'unknown' ? decisiveMissing(tree.outcome, explained) : none,
      };
    },
    judgeCriterion(row, index) {
      load(row);
      explainScores();
      const { truth, criterion } = criteria[index]!;
      return answer(truth, criterion.test);
    },
    judge(row) {
      load(row);
      explainScores();
      const judged = criteria.map(({ truth, criterion }) => ({ verdict: answer(truth, criterion.test) }));
      return { verdict: outcome(tree.outcome, judged), criteria: judged.map((one) => one.verdict) };
    },
  };
}

const none: never[] = [];
const emptyRow: Row = { numbers: new Float64Array(0), texts: [], asOf: 0, asOfYear: 1970, odd: false };

/** Of alternatives that all fail, the one that lacks least beside what it demands. */
function nearest(parts: PartExplanation[]): PartExplanation | undefined {
  let best: PartExplanation | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    if (part.gap === null || typeof part.required !== 'number') continue;
    const share = part.gap / Math.max(Math.abs(part.required), 1e-9);
    if (share < least) [best, least] = [part, share];
  }
  return best;
}

/** The comparison to show for the whole criterion: one that has the criterion's verdict, numbers before yes and no. */
function deciding(parts: PartExplanation[], verdict: Verdict, alternatives: boolean): PartExplanation | undefined {
  if (parts.length < 2) return parts[0];
  if (alternatives && verdict === 'not_met') return nearest(parts) ?? parts[0];
  let found: PartExplanation | undefined;
  for (const part of parts) {
    if (part.verdict !== verdict) continue;
    if (part.required !== null) return part;
    found ??= part;
  }
  return found ?? parts[0];
}

function exactPart(node: ScoreNode, tree: RuleTree, row: Row): ScorePart {
  const judge = exactJudge(tree, row);
  const part = (one: ScoreNode): ScorePart => ({
    id: one.id,
    title: one.title,
    points: judge.score(one),
    parts: one.kind === 'cases' ? none : one.of.map(part),
  });
  return part(node);
}

function outcome(node: OutcomeNode, criteria: readonly { verdict: Verdict }[]): Verdict {
  if (node.kind === 'criterion') return criteria[node.index]!.verdict;
  const decides = node.kind === 'all' ? 'not_met' : 'met';
  let answer: Verdict = node.kind === 'all' ? 'met' : 'not_met';
  for (const one of node.of) {
    const verdict = outcome(one, criteria);
    if (verdict === decides) return decides;
    if (verdict === 'unknown') answer = 'unknown';
  }
  return answer;
}

/** Missing facts of the criteria whose being unknown keeps the outcome open. */
function decisiveMissing(node: OutcomeNode, criteria: readonly CriterionExplanation[]): MissingFact[] {
  const found = new Set<MissingFact>();
  const visit = (one: OutcomeNode) => {
    if (outcome(one, criteria) !== 'unknown') return;
    if (one.kind === 'criterion') for (const fact of criteria[one.index]!.missing) found.add(fact);
    else one.of.forEach(visit);
  };
  visit(node);
  return [...found];
}
