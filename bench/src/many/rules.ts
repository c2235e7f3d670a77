import { Rational } from '@forest/domain';
import type { Criterion, NumberNode, RuleTree, Slot, TruthNode } from '@forest/rules';
import { randomFrom } from '../random.ts';

export const FACTS = 24;
export const FLAGS = 6;

/** What a criterion asks, apart from how anybody executes it. */
export type Ask =
  | { kind: 'atLeast'; fact: number; value: number }
  | { kind: 'share'; over: number; under: number; percent: number }
  | { kind: 'sumShare'; over: [number, number]; under: [number, number]; percent: number }
  | { kind: 'flag'; flag: number }
  | { kind: 'both'; first: Ask; second: Ask }
  | { kind: 'either'; first: Ask; second: Ask };

/** Plain thresholds, shares, sums of two years, flags, and pairs of them, in the proportions of policy texts. */
export function makeAsks(count: number): Ask[] {
  const random = randomFrom(7);
  const below = (n: number) => Math.floor(random() * n);
  const simple = (): Ask => {
    const dice = random();
    if (dice < 0.5) return { kind: 'atLeast', fact: below(FACTS), value: below(1000) * 10 };
    if (dice < 0.8) return { kind: 'share', over: below(FACTS), under: below(FACTS), percent: 1 + below(90) };
    if (dice < 0.9) {
      const pair = (): [number, number] => [below(FACTS), below(FACTS)];
      return { kind: 'sumShare', over: pair(), under: pair(), percent: 1 + below(90) };
    }
    return { kind: 'flag', flag: below(FLAGS) };
  };
  return Array.from({ length: count }, () => {
    const dice = random();
    if (dice < 0.7) return simple();
    return { kind: dice < 0.85 ? 'both' : 'either', first: simple(), second: simple() };
  });
}

const SLOTS: Slot[] = [
  ...Array.from({ length: FACTS }, (_, fact) => slot(`fact${fact}`, 'number')),
  ...Array.from({ length: FLAGS }, (_, flag) => slot(`flag${flag}`, 'flag')),
];

function slot(fact: string, kind: Slot['kind']): Slot {
  return { fact, kind, yearOffset: null, derive: { as: 'value' }, nonNegative: true };
}

/** Rules of 30 criteria each. */
export function makeTrees(asks: readonly Ask[]): RuleTree[] {
  const trees: RuleTree[] = [];
  for (let from = 0; from < asks.length; from += 30) {
    const criteria = asks.slice(from, from + 30).map((ask, index) => criterionOf(`C${index + 1}`, ask));
    const all = criteria.map((_, index) => ({ kind: 'criterion' as const, index }));
    const rule = `rule-${trees.length + 1}`;
    trees.push({
      rule,
      version: '2024',
      slots: SLOTS,
      criteria,
      scores: [],
      outcome: { kind: 'all', of: all },
      grades: [],
    });
  }
  return trees;
}

function criterionOf(id: string, ask: Ask): Criterion {
  const title = { zh: id, en: id };
  return { id, title, document: '演示', article: id, confidence: 'D', test: testOf(ask), levers: [], note: null };
}

function testOf(ask: Ask): TruthNode {
  const fact = (index: number): NumberNode => ({ kind: 'slot', slot: index });
  const sum = ([a, b]: [number, number]): NumberNode => ({ kind: 'add', left: fact(a), right: fact(b) });
  const atLeast = (left: NumberNode, value: Rational): TruthNode => ({
    kind: 'compare',
    op: '>=',
    left,
    right: { kind: 'constant', value },
  });
  const share = (left: NumberNode, right: NumberNode, percent: number) =>
    atLeast({ kind: 'divide', left, right }, Rational.ratio(BigInt(percent), 100n));
  switch (ask.kind) {
    case 'atLeast':
      return atLeast(fact(ask.fact), Rational.of(ask.value));
    case 'share':
      return share(fact(ask.over), fact(ask.under), ask.percent);
    case 'sumShare':
      return share(sum(ask.over), sum(ask.under), ask.percent);
    case 'flag':
      return { kind: 'flag', slot: FACTS + ask.flag, expected: true };
    case 'both':
      return { kind: 'all', of: [testOf(ask.first), testOf(ask.second)] };
    case 'either':
      return { kind: 'any', of: [testOf(ask.first), testOf(ask.second)] };
  }
}
