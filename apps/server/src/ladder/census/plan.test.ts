import { describe, expect, test } from 'vitest';
import { type RuleNature, rulesForEveryone } from './plan.ts';

const rule = (id: string, more: Partial<RuleNature> = {}): RuleNature => ({
  rule: id,
  version: '1',
  hash: 'a',
  timely: false,
  yearly: false,
  ...more,
});
const before = { asOf: '2026-03-01', rules: { a: { version: '1', hash: 'a' }, b: { version: '1', hash: 'a' } } };

describe('which rules a census judges for every enterprise', () => {
  test('the first one judges all', () => {
    expect(rulesForEveryone(null, [rule('a')], '2026-03-01')).toBe('all');
  });

  test('on the same date with the same content none', () => {
    const rules = [rule('a', { timely: true, yearly: true }), rule('b')];
    expect(rulesForEveryone(before, rules, '2026-03-01')).toEqual([]);
  });

  test('a rule whose content or version changed', () => {
    expect(rulesForEveryone(before, [rule('a', { hash: 'x' }), rule('b')], '2026-03-01')).toEqual(['a']);
    expect(rulesForEveryone(before, [rule('a'), rule('b', { version: '2' })], '2026-03-01')).toEqual(['b']);
    expect(rulesForEveryone(before, [rule('a'), rule('b'), rule('c')], '2026-03-01')).toEqual(['c']);
  });

  test('on a new day those that read the date, in a new year also those that read years', () => {
    const rules = [rule('a', { timely: true }), rule('b', { yearly: true })];
    expect(rulesForEveryone(before, rules, '2026-03-02')).toEqual(['a']);
    expect(rulesForEveryone(before, rules, '2027-01-01')).toBe('all');
  });

  test('a rule that disappeared makes everything be compared again', () => {
    expect(rulesForEveryone(before, [rule('a')], '2026-03-01')).toBe('all');
  });
});
