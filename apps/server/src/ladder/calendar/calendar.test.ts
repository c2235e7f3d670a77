import { dayOf, isoOf, Rational } from '@forest/domain';
import type { Comparison, NumberNode, RuleTree, Slot } from '@forest/rules';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueDates, lightOf } from './duties.ts';
import { turningDay, turningPoints } from './turning-points.ts';

function treeOf(derive: Slot['derive'], op: Comparison, left: NumberNode, right: NumberNode): RuleTree {
  const none = { zh: '', en: '' };
  const test = { kind: 'compare', op, left, right } as const;
  return {
    rule: 'r',
    version: '1',
    slots: [{ fact: 'registrationDate', yearOffset: null, kind: 'date', derive, nonNegative: false }],
    criteria: [{ id: 'c', title: none, document: '', article: '', confidence: 'V', test, levers: [], note: null }],
    scores: [],
    outcome: { kind: 'criterion', index: 0 },
    grades: [],
  };
}

const asOf: NumberNode = { kind: 'asOf' };
const date: NumberNode = { kind: 'slot', slot: 0 };
const days = (value: number): NumberNode => ({ kind: 'constant', value: Rational.of(value) });
const age: NumberNode = { kind: 'subtract', left: asOf, right: date };

describe('criteria that time turns', () => {
  test('registered on 2024-06-01, one year of 365 days is reached on 2025-06-01', () => {
    const [point] = turningPoints(treeOf({ as: 'value' }, '>=', age, days(365)));
    expect(point).toMatchObject({ fact: 'registrationDate', becomes: 'met' });
    expect(isoOf(turningDay(point!, dayOf('2024-06-01')))).toBe('2025-06-01');
  });

  test('the first day on which the comparison turns is found, whichever way round it is written', () => {
    const ops = fc.constantFrom<Comparison>('>=', '>', '<=', '<');
    fc.assert(
      fc.property(ops, fc.nat(5000), fc.boolean(), fc.integer({ min: 9000, max: 20000 }), (op, wait, swap, born) => {
        const mirror: Record<string, Comparison> = { '>=': '<=', '>': '<', '<=': '>=', '<': '>' };
        const tree = swap
          ? treeOf({ as: 'value' }, mirror[op]!, days(wait), age)
          : treeOf({ as: 'value' }, op, age, days(wait));
        const point = turningPoints(tree)[0]!;
        const holds = (day: number) =>
          ({ '>=': day - born >= wait, '>': day - born > wait, '<=': day - born <= wait, '<': day - born < wait })[
            op as '>='
          ];
        const day = turningDay(point, born);
        expect(holds(day)).toBe(point.becomes === 'met');
        expect(holds(day - 1)).toBe(point.becomes !== 'met');
      }),
    );
  });

  test('ages in months end on the last day of a short month', () => {
    const [point] = turningPoints(treeOf({ as: 'plusMonths', months: 12 }, '>=', asOf, date));
    expect(isoOf(turningDay(point!, dayOf('2024-02-29')))).toBe('2025-02-28');
  });

  test('ages in calendar years turn with the year', () => {
    const yearAge: NumberNode = { kind: 'subtract', left: { kind: 'asOfYear' }, right: date };
    const [point] = turningPoints(treeOf({ as: 'year' }, '<=', yearAge, days(14)));
    expect(point?.becomes).toBe('not_met');
    expect(isoOf(turningDay(point!, dayOf('2010-07-05')))).toBe('2025-01-01');
  });

  test('a comparison without time turns nothing', () => {
    expect(turningPoints(treeOf({ as: 'value' }, '>=', date, days(365)))).toEqual([]);
  });
});

describe('yearly duties', () => {
  test('the annual report of high-tech enterprises is due on 31 May of every year in the span', () => {
    expect(dueDates('05-31', '2024-06-01', '2026-05-31')).toEqual(['2025-05-31', '2026-05-31']);
    expect(dueDates('05-31', '2024-06-01', '2024-12-31')).toEqual([]);
  });

  test('a certificate that ran out is overdue, one that runs out in two months is a warning', () => {
    expect(lightOf('expiry', '2026-01-01', '2026-01-02')).toBe('overdue');
    expect(lightOf('expiry', '2026-03-01', '2026-01-02')).toBe('warning');
    expect(lightOf('expiry', '2026-06-01', '2026-01-02')).toBe('normal');
    expect(lightOf('duty', '2025-05-31', '2026-01-02')).toBe('normal');
  });
});
