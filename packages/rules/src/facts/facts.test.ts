import { describe, expect, test } from 'vitest';
import { smallContent } from '../testing/small-content.ts';
import { nearestFacts } from './dictionary.ts';
import { readFacts } from './read-facts.ts';
import { rowOf } from './row.ts';

const { dictionary } = smallContent();
const read = (enterprise: Record<string, unknown>, years: Record<string, Record<string, unknown>> = {}) =>
  readFacts(dictionary, { asOf: '2024-06-01', enterprise, years });

describe('reading facts', () => {
  test('numbers with units are brought into the unit of the dictionary', () => {
    const { facts, problems } = read({ share: '5%', staff: '1,200 人' }, { 2023: { sales: '1.2 亿元', rd: 30 } });
    expect(problems).toEqual([]);
    expect(facts).toMatchObject({
      enterprise: { share: 0.05, staff: 1200 },
      years: { 2023: { sales: 12000, rd: 30 } },
    });
  });

  test.each([
    [{ sale: 1 }, {}, 'unknown-fact', 'sale'],
    [{ sales: 1 }, {}, 'wrong-period', 'sales'],
    [{}, { 2023: { staff: 1 } }, 'wrong-period', 'staff'],
    [{ staff: 'many' }, {}, 'wrong-kind', 'staff'],
    [{ staff: '5 万元' }, {}, 'unit-mismatch', 'staff'],
    [{ staff: -1 }, {}, 'negative', 'staff'],
    [{ staff: '1.2345678901234567' }, {}, 'too-many-digits', 'staff'],
    [{ points: 7.5 }, {}, 'points-not-whole', 'points'],
    [{ points: '7.5 分' }, {}, 'points-not-whole', 'points'],
    [{ accident: 'no' }, {}, 'wrong-kind', 'accident'],
    [{ registrationDate: '2023-02-29' }, {}, 'no-such-date', 'registrationDate'],
    [{ field: '养殖' }, {}, 'value-not-listed', 'field'],
    [{}, { '23': { sales: 1 } }, 'no-such-year', '23'],
  ])('%o %o is refused as %s', (enterprise, years, code, fact) => {
    const { problems } = read(enterprise, years);
    expect(problems).toMatchObject([{ code, fact }]);
    expect(problems[0]!.remedy.zh).not.toBe('');
  });

  test('a mistyped fact is answered with the nearest names, a Chinese header with its id', () => {
    expect(nearestFacts(dictionary, 'salse')).toEqual(['sales']);
    expect(nearestFacts(dictionary, '销售额')).toEqual(['sales']);
    expect(nearestFacts(dictionary, 'zzzzzzzz')).toEqual([]);
  });

  test('null and absent are both unknown, never zero', () => {
    const tree = {
      slots: [
        {
          fact: 'staff',
          yearOffset: null,
          kind: 'number' as const,
          derive: { as: 'value' as const },
          nonNegative: true,
        },
      ],
    };
    expect(rowOf(tree, read({ staff: null }).facts).numbers[0]).toBeNaN();
    expect(rowOf(tree, read({}).facts).numbers[0]).toBeNaN();
    expect(rowOf(tree, read({ staff: 0 }).facts).numbers[0]).toBe(0);
  });
});
