import { Rational } from '@forest/domain';
import type { NumberNode, RuleTree, TruthNode } from '@forest/rules';
import { describe, expect, test } from 'vitest';
import { compileEffort, type RowReader } from './effort.ts';

const constant = (value: number): NumberNode => ({ kind: 'constant', value: Rational.of(value) });
const slot = (index: number): NumberNode => ({ kind: 'slot', slot: index });
const atLeast = (left: NumberNode, right: number): TruthNode => ({
  kind: 'compare',
  op: '>=',
  left,
  right: constant(right),
});

function effortOf(node: TruthNode, numbers: number[], scoreMax = Number.NaN): number {
  const tree: RuleTree = {
    rule: 'r',
    version: '1',
    slots: [],
    criteria: [
      {
        id: 'c',
        title: { zh: '', en: '' },
        document: '',
        article: '',
        confidence: 'V',
        test: node,
        levers: [],
        note: null,
      },
    ],
    scores: [],
    outcome: { kind: 'criterion', index: 0 },
    grades: [],
  };
  const row: RowReader = {
    number: (index) => numbers[index] ?? Number.NaN,
    text: () => undefined,
    scoreMax: () => scoreMax,
    asOf: 20000,
    asOfYear: 2024,
  };
  return compileEffort(tree)[0]!(row);
}

describe('how far an unmet criterion is from its threshold', () => {
  test('a ratio of 3.94 % against 4 % is 1.5 % away', () => {
    const share: NumberNode = { kind: 'divide', left: slot(0), right: slot(1) };
    expect(effortOf(atLeast(share, 0.04), [3.94, 100])).toBeCloseTo(0.015, 10);
  });

  test('what is met is nothing away', () => {
    expect(effortOf(atLeast(slot(0), 5), [5])).toBe(0);
  });

  test('all needs its furthest part, any its nearest', () => {
    const parts = [atLeast(slot(0), 10), atLeast(slot(1), 10)];
    expect(effortOf({ kind: 'all', of: parts }, [9, 5])).toBeCloseTo(0.5);
    expect(effortOf({ kind: 'any', of: parts }, [9, 5])).toBeCloseTo(0.1);
  });

  test('a flag that is not as wanted has no distance', () => {
    expect(effortOf({ kind: 'flag', slot: 0, expected: true }, [0])).toBeNaN();
    expect(
      effortOf({ kind: 'all', of: [atLeast(slot(1), 1), { kind: 'flag', slot: 0, expected: true }] }, [0, 5]),
    ).toBeNaN();
  });

  test('the band that applies decides, and an unknown band leaves it open', () => {
    const banded: TruthNode = {
      kind: 'choose',
      cases: [{ when: { kind: 'not', of: atLeast(slot(0), 100) }, then: atLeast(slot(1), 10) }],
      otherwise: atLeast(slot(1), 20),
    };
    expect(effortOf(banded, [50, 8])).toBeCloseTo(0.2);
    expect(effortOf(banded, [200, 8])).toBeCloseTo(0.6);
    expect(effortOf(banded, [Number.NaN, 8])).toBeNaN();
  });

  test('a score counts with the best it can still become', () => {
    expect(effortOf({ kind: 'scoreCompare', op: '>', score: 0, threshold: 70 }, [], 63)).toBeCloseTo(0.1);
  });
});
