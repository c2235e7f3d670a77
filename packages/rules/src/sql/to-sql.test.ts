import { Rational } from '@forest/domain';
import { expect, test } from 'vitest';
import { criterion } from '../testing/arbitrary-tree.ts';
import type { NumberNode, RuleTree } from '../tree.ts';
import { toSql } from './to-sql.ts';

const sales: NumberNode = { kind: 'slot', slot: 0 };
const rd: NumberNode = { kind: 'slot', slot: 1 };

function rule(overrides: Partial<RuleTree> = {}): RuleTree {
  const number = { kind: 'number', derive: { as: 'value' }, nonNegative: true } as const;
  return {
    rule: 'rd-share',
    version: '2016',
    slots: [
      { fact: 'sales', yearOffset: 0, ...number },
      { fact: 'rd', yearOffset: 0, ...number },
    ],
    criteria: [
      criterion('RD-1', {
        kind: 'compare',
        op: '>=',
        left: { kind: 'divide', left: rd, right: sales },
        right: { kind: 'constant', value: Rational.of('0.05') },
      }),
    ],
    scores: [],
    outcome: { kind: 'criterion', index: 0 },
    grades: [],
    ...overrides,
  };
}

test('a share is compared by multiplying across, never by dividing', () => {
  const { text, parameters } = toSql(rule(), { asOf: '2024-06-01', district: 'jianye' });
  expect(text).toContain(
    `max(case when jsonb_typeof(facts -> 'sales') = 'number' then (facts ->> 'sales')::numeric end) filter (where year = 2023)`,
  );
  expect(text).not.toContain('/');
  expect(parameters).toEqual(['jianye']);
});

test('texts travel as parameters and names cannot leave their quotes', () => {
  const { text, parameters } = toSql(
    rule({
      rule: "x\n'; drop table snapshot",
      slots: [{ fact: `a'"; b`, yearOffset: null, kind: 'text', derive: { as: 'value' }, nonNegative: false }],
      criteria: [criterion(`C"1`, { kind: 'textIn', slot: 0, values: [`O'x`], match: 'prefix' })],
    }),
    { asOf: '2024-06-01' },
  );
  expect(parameters).toEqual([`O'x`]);
  expect(text.split('\n')[0]).toBe("-- x '; drop table snapshot 2016");
  expect(text).toContain(`facts ->> 'a''"; b'`);
  expect(text).toContain('as "a____b"');
  expect(text).toContain('as "C_1_met"');
});
