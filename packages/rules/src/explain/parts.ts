import { isoOf, type Text, type Verdict } from '@forest/domain';
import { flipLabel, opposites } from '../exact/logic.ts';
import type { Comparison, MeasureView, Points, Shown, TruthNode } from '../tree.ts';
import type { TruthContext } from './compile-truth.ts';
import type { PartExplanation } from './explanation.ts';
import { MET, type State } from './state.ts';

/** One comparison inside a criterion; `negated` when it stands under a `not`. */
export interface CompiledPart {
  node: TruthNode;
  negated: boolean;
  explain: (state: State, verdict: Verdict) => PartExplanation;
}

/** The comparisons of a criterion in reading order. */
export function compileParts(node: TruthNode, context: TruthContext, negated = false): CompiledPart[] {
  if ((node.kind === 'all' || node.kind === 'any') && node.said) return [groupPart(node, node.said, negated)];
  if ('shown' in node && node.shown) return [shownPart(node, node.shown, context, negated)];
  switch (node.kind) {
    case 'all':
    case 'any':
      return node.of.flatMap((one) => compileParts(one, context, negated));
    case 'not':
      return compileParts(node.of, context, !negated);
    case 'choose':
      return [...node.cases.map((one) => one.then), node.otherwise].flatMap((one) =>
        compileParts(one, context, negated),
      );
    default:
      return [];
  }
}

function groupPart(node: TruthNode, text: Text, negated: boolean): CompiledPart {
  const label = negated ? { zh: '不符合', en: 'not met' } : { zh: '符合', en: 'met' };
  const fixed = {
    text,
    op: 'is' as const,
    actual: null,
    required: null,
    requiredText: label,
    range: null,
    gap: null,
    unit: '',
  };
  return { node, negated, explain: (_, verdict) => ({ ...fixed, verdict }) };
}

type Reader = (state: State) => number | string | boolean | null;

function compileMeasure(view: MeasureView, unit: string, context: TruthContext): Reader {
  switch (view.kind) {
    case 'number': {
      const { value } = context.number(view.node);
      const known = (s: State) => {
        const number = value(s);
        return Number.isNaN(number) ? null : number;
      };
      return unit === '日期' ? (s) => isoOrNull(known(s)) : known;
    }
    case 'compoundGrowth': {
      const from = context.number(view.from).value;
      const to = context.number(view.to).value;
      const root = 1 / view.periods;
      return (s) => {
        const base = from(s);
        const rate = base > 0 ? (to(s) / base) ** root - 1 : Number.NaN;
        return Number.isNaN(rate) ? null : rate;
      };
    }
    case 'text': {
      const { slot } = view;
      return (s) => s.row.texts[slot] ?? null;
    }
    case 'flag': {
      const { slot } = view;
      return (s) => (Number.isNaN(s.numbers[slot]!) ? null : s.numbers[slot] === 1);
    }
    case 'score': {
      const { score } = view;
      return (s) => {
        const [min, max] = [s.scoreMin[score]!, s.scoreMax[score]!];
        return min === max ? min : null;
      };
    }
  }
}

/** Dates recur from row to row; writing one costs more than judging it. */
const written = new Map<number, string>();

function isoOrNull(day: number | null): string | null {
  if (day === null || !Number.isInteger(day)) return null;
  const known = written.get(day);
  if (known !== undefined) return known;
  if (written.size > 50_000) written.clear();
  const iso = isoOf(day);
  written.set(day, iso);
  return iso;
}

interface Threshold {
  value: number | null;
  label: Text;
}

const depends: Text = { zh: '视未知事实而定', en: 'depends on facts that are missing' };

/** The band that applies to the row. */
function compileRequired(shown: Shown, context: TruthContext, negated: boolean): (state: State) => Threshold {
  const flipped = (label: Text): Text => (negated && shown.op === 'is' ? flipLabel(label) : label);
  const bands = shown.required.map((band) => {
    const value = band.value ? context.number(band.value).value : null;
    const constant =
      band.value?.kind === 'constant' ? { value: band.value.value.toNumber(), label: flipped(band.label) } : null;
    return { when: band.when ? context.truth(band.when) : null, value, constant, label: flipped(band.label) };
  });
  return (s) => {
    for (const band of bands) {
      const test = band.when ? band.when.test(s) : MET;
      if (test === MET) {
        if (band.constant) return band.constant;
        const value = band.value ? band.value(s) : Number.NaN;
        return { value: Number.isNaN(value) ? null : value, label: band.label };
      }
      if (test < 0) return { value: null, label: depends };
    }
    return { value: null, label: depends };
  };
}

function shownPart(node: TruthNode, shown: Shown, context: TruthContext, negated: boolean): CompiledPart {
  const { text, unit } = shown;
  const actualOf = compileMeasure(shown.measure, unit, context);
  const requiredOf = compileRequired(shown, context, negated);
  const op = negated ? opposites[shown.op] : shown.op;
  const dated = unit === '日期';
  const measured = dated && shown.measure.kind === 'number' ? context.number(shown.measure.node).value : null;
  const score = shown.measure.kind === 'score' ? shown.measure.score : null;
  return {
    node,
    negated,
    explain: (s, verdict) => {
      const actual = actualOf(s);
      const { value, label } = requiredOf(s);
      const number = measured ? measured(s) : score === null ? actual : s.scoreMax[score]!;
      const gap =
        verdict === 'not_met' && typeof number === 'number' && value !== null ? gapBetween(op, number, value) : null;
      const required = dated ? isoOrNull(value) : value;
      const range: Points | null = score !== null && actual === null ? [s.scoreMin[score]!, s.scoreMax[score]!] : null;
      return { text, verdict, op, actual, required, requiredText: label, range, gap, unit };
    },
  };
}

function gapBetween(op: Shown['op'] | Comparison, actual: number, required: number): number | null {
  if (op === 'in' || op === 'notIn' || op === 'is' || op === '!=') return null;
  const far = op === '<=' || op === '<' ? actual - required : required - actual;
  // Ten places keep the gap and drop the noise of the subtraction.
  return Math.abs(Math.round(far * 1e10) / 1e10);
}
