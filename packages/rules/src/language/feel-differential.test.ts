import fc from 'fast-check';
import { evaluate } from 'feelin';
import { expect, test } from 'vitest';
import { compileExplainer } from '../explain/explain.ts';
import { rowOf } from '../facts/row.ts';
import { smallContent, smallRule } from '../testing/small-content.ts';
import { compileRule } from './compile.ts';

/** Ratios, which all units let through; whole ones, so that floats of the other implementation are exact as well. */
const { truth } = fc.letrec<{ number: string; truth: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom('share', 'rate', '0', '1', '2', '7'),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(fc.constantFrom('min', 'max'), tie('number'), tie('number')).map(([f, a, b]) => `${f}(${a}, ${b})`),
    fc.tuple(tie('truth'), tie('number'), tie('number')).map(([t, a, b]) => `(if ${t} then ${a} else ${b})`),
    tie('number').map((a) => `-(${a})`),
  ),
  truth: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc
      .tuple(tie('number'), fc.constantFrom('>=', '>', '<=', '<', '=', '!='), tie('number'))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('truth'), fc.constantFrom('and', 'or'), tie('truth')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie('truth').map((a) => `not(${a})`),
    fc.constantFrom('accident', 'true', 'false'),
  ),
}));

test('the subset means what FEEL means', () => {
  fc.assert(
    fc.property(truth, fc.nat(9), fc.integer({ min: -9, max: 9 }), fc.boolean(), (text, share, rate, accident) => {
      const compiled = compileRule(smallContent(smallRule({ check: `holds: '${text}'` })), 'small', '2024-06-01');
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.fault));
      const enterprise = { share, rate, accident };
      const row = rowOf(compiled.tree, { asOf: '2024-06-01', enterprise, years: {} });
      const got = compileExplainer(compiled.tree).explain(row);
      const { value } = evaluate(text, enterprise);
      expect(got.verdict).toBe(value === true ? 'met' : value === false ? 'not_met' : 'unknown');
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['accident and staff > 3', {}],
  ['accident or staff > 3', { staff: 4 }],
  ['accident and staff > 3', { staff: 3 }],
  ['not(accident)', {}],
  ['accident or not(staff > 3)', { accident: false }],
])('%s with %o: null logic as in FEEL', (text, enterprise) => {
  const compiled = compileRule(smallContent(smallRule({ check: `holds: '${text}'` })), 'small', '2024-06-01');
  if (!compiled.ok) throw new Error(compiled.fault.message.en);
  const row = rowOf(compiled.tree, { asOf: '2024-06-01', enterprise, years: {} });
  const { value } = evaluate(text, { accident: null, staff: null, ...enterprise });
  const wanted = value === true ? 'met' : value === false ? 'not_met' : 'unknown';
  expect(compileExplainer(compiled.tree).explain(row).verdict).toBe(wanted);
});
