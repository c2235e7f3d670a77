import { Rational } from '@forest/domain';
import fc from 'fast-check';
import type {
  Comparison,
  Criterion,
  NumberNode,
  OutcomeNode,
  Points,
  RuleTree,
  ScoreNode,
  TruthNode,
} from '../tree.ts';
import { SAMPLE_TEXTS } from './arbitrary-facts.ts';
import { EXPERT_POINTS, SAMPLE_SLOTS } from './sample-facts.ts';

const OPS: Comparison[] = ['>=', '>', '<=', '<', '=', '!='];
const COMPARISONS = fc.constantFrom(...OPS);
const slotsOf = (...kinds: string[]) =>
  fc.constantFrom(...SAMPLE_SLOTS.flatMap((s, index) => (kinds.includes(s.kind) ? [index] : [])));

const CONSTANTS = ['0', '1', '2', '3', '0.05', '0.1', '0.2', '0.6', '5000', '20000', '365', '-1', '1.520875', '70'];
const constant: fc.Arbitrary<NumberNode> = fc
  .oneof(fc.constantFrom(...CONSTANTS).map(Rational.of), fc.constant(Rational.ratio(1n, 3n)))
  .map((value) => ({ kind: 'constant', value }));

const leaf: fc.Arbitrary<NumberNode> = fc.oneof(
  { weight: 2, arbitrary: constant },
  { weight: 5, arbitrary: slotsOf('number').map((slot): NumberNode => ({ kind: 'slot', slot })) },
  { weight: 1, arbitrary: slotsOf('date').map((slot): NumberNode => ({ kind: 'slot', slot })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<NumberNode>(
      { kind: 'asOf' },
      { kind: 'asOfYear' },
      { kind: 'undefined', reason: { zh: '无', en: 'none' } },
    ),
  },
);

/** A share against a threshold by size class, as official texts have it: the band's fact stands in the measure too. */
function banded(other: fc.Arbitrary<NumberNode>): fc.Arbitrary<TruthNode> {
  const plain = constant.filter((node) => node.kind === 'constant');
  return fc
    .record({
      kind: fc.constantFrom('divide' as const, 'add' as const, 'multiply' as const),
      of: other,
      by: slotsOf('number'),
      op: COMPARISONS,
      limits: fc.array(fc.tuple(COMPARISONS, plain, plain), { minLength: 1, maxLength: 3 }),
      last: plain,
    })
    .map(({ kind, of, by, op, limits, last }) => {
      const size: NumberNode = { kind: 'slot', slot: by };
      const left: NumberNode = { kind, left: of, right: size };
      const test = (right: NumberNode): TruthNode => ({ kind: 'compare', op, left, right });
      const cases = limits.map(([within, limit, value]) => {
        const when: TruthNode = { kind: 'compare', op: within, left: size, right: limit };
        return { when, then: test(value) };
      });
      return { kind: 'choose', cases, otherwise: test(last) };
    });
}

/** Growth from a base of which only a positive part counts, as content writes it: a negative base leaves it undefined. */
function growth(of: fc.Arbitrary<NumberNode>): fc.Arbitrary<NumberNode> {
  const zero: NumberNode = { kind: 'constant', value: Rational.zero };
  return fc
    .record({ left: of, from: of, less: of, kind: fc.constantFrom('max' as const, 'min' as const) })
    .map(({ left, from, less, kind }) => ({
      kind: 'divide',
      left,
      right: { kind, left: { kind: 'subtract', left: from, right: less }, right: zero },
    }));
}

const { number, truth } = fc.letrec<{ number: NumberNode; truth: TruthNode }>((tie) => ({
  number: fc.oneof(
    { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
    { weight: 4, arbitrary: leaf },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constantFrom('add', 'subtract', 'multiply', 'divide', 'divide', 'min', 'max'),
        left: tie('number'),
        right: tie('number'),
      }) as fc.Arbitrary<NumberNode>,
    },
    { weight: 1, arbitrary: tie('number').map((of): NumberNode => ({ kind: 'negate', of })) },
    { weight: 1, arbitrary: growth(tie('number')) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('cases' as const),
        cases: fc.array(fc.record({ when: tie('truth'), value: tie('number') }), { minLength: 1, maxLength: 2 }),
        otherwise: tie('number'),
      }),
    },
  ),
  truth: fc.oneof(
    { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('compare' as const),
        op: COMPARISONS,
        left: tie('number'),
        right: tie('number'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('compare' as const), op: COMPARISONS, left: leaf, right: constant }),
    },
    { weight: 1, arbitrary: banded(tie('number')) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('flag' as const), slot: slotsOf('flag'), expected: fc.boolean() }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('given' as const), slot: slotsOf('number', 'flag', 'date', 'text') }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('textIn' as const),
        slot: slotsOf('text'),
        values: fc.array(fc.constantFrom(...SAMPLE_TEXTS), { maxLength: 3 }),
        match: fc.constantFrom('exact' as const, 'prefix' as const),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('truth'), { maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: tie('truth').map((of): TruthNode => ({ kind: 'not', of })) },
    { weight: 1, arbitrary: fc.boolean().map((value): TruthNode => ({ kind: 'constantTruth', value })) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('choose' as const),
        cases: fc.array(fc.record({ when: tie('truth'), then: tie('truth') }), { minLength: 1, maxLength: 3 }),
        otherwise: tie('truth'),
      }),
    },
  ),
}));

export const arbitraryNumber: fc.Arbitrary<NumberNode> = number;
export const arbitraryTruth: fc.Arbitrary<TruthNode> = truth;

const points: fc.Arbitrary<Points> = fc
  .tuple(fc.integer({ min: -2, max: 30 }), fc.integer({ min: 0, max: 5 }))
  .map(([min, spread]) => [min, min + spread]);

const bands = fc.record({
  kind: fc.constant('cases' as const),
  id: fc.constant('S'),
  title: fc.constant({ zh: '分', en: 'points' }),
  cases: fc.array(fc.record({ when: truth, points }), { maxLength: 4 }),
  otherwise: points,
  pinned: fc.constantFrom(null, null, EXPERT_POINTS),
});

/** As people write them: the best band first, so that points never rise again. */
const fallingBands = bands.map((node): ScoreNode => {
  const sorted = [...node.cases.map((c) => c.points), node.otherwise].sort((a, b) => b[0] - a[0] || b[1] - a[1]);
  return {
    ...node,
    cases: node.cases.map((c, i) => ({ when: c.when, points: sorted[i]! })),
    otherwise: sorted.at(-1)!,
  };
});

const { score } = fc.letrec<{ score: ScoreNode }>((tie) => ({
  score: fc.oneof(
    { depthSize: 'small', maxDepth: 2, withCrossShrink: true },
    { weight: 2, arbitrary: bands },
    { weight: 2, arbitrary: fallingBands },
    {
      weight: 2,
      arbitrary: fc
        .record({
          kind: fc.constantFrom('sum' as const, 'best' as const),
          cap: fc.constantFrom(null, 10, 25),
          of: fc.array(tie('score'), { minLength: 1, maxLength: 3 }),
        })
        .map(({ kind, cap, of }): ScoreNode => {
          const named = { id: 'S', title: { zh: '合计', en: 'total' }, of };
          return kind === 'sum' ? { kind, cap, ...named } : { kind, ...named };
        }),
    },
  ),
}));

function arbitraryOutcome(criteria: number): fc.Arbitrary<OutcomeNode> {
  const { outcome } = fc.letrec<{ outcome: OutcomeNode }>((tie) => ({
    outcome: fc.oneof(
      { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
      fc.integer({ min: 0, max: criteria - 1 }).map((index): OutcomeNode => ({ kind: 'criterion', index })),
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('outcome'), { minLength: 1, maxLength: 4 }),
      }),
    ),
  }));
  return outcome;
}

const scoreTest = fc.record({
  kind: fc.constant('scoreCompare' as const),
  op: COMPARISONS,
  score: fc.constant(0),
  threshold: fc.integer({ min: 0, max: 30 }),
});

/** A rule over the sample slots with one score; the last criterion tests that score. */
export const arbitraryTree: fc.Arbitrary<RuleTree> = fc
  .tuple(fc.array(truth, { minLength: 1, maxLength: 5 }), scoreTest, score)
  .chain(([tests, last, node]) => {
    const criteria = [...tests, last].map((test, index) => criterion(`C${index + 1}`, test));
    const outcome = arbitraryOutcome(criteria.length);
    return fc.tuple(outcome, fc.array(outcome, { maxLength: 2 })).map(([whole, grades]): RuleTree => {
      const name = { zh: '分', en: 'score' };
      return {
        rule: 'sample',
        version: '2024',
        slots: SAMPLE_SLOTS,
        criteria,
        scores: [{ id: 'total', title: name, article: '一', node }],
        outcome: whole,
        grades: grades.map((when, index) => ({ id: `G${index}`, name, when })),
      };
    });
  });

export function criterion(id: string, test: TruthNode): Criterion {
  const title = { zh: id, en: id };
  return { id, title, document: '演示', article: id, confidence: 'D', test, levers: [], note: null };
}
