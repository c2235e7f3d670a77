import { expect, it } from 'vitest';
import { type Criterion, type Explanation, leverBoxes, nearest, type Standing, withOverride } from './judgement.ts';

const text = (word: string) => ({ zh: word, en: word });
const lever = (fact: string) => ({
  fact,
  name: text(fact),
  year: 2025,
  unit: '万元',
  change: 32,
  metFrom: null,
  sentence: text(''),
});
const input = (fact: string, value: number | null) => ({
  fact,
  name: text(fact),
  unit: '万元',
  year: 2025,
  value,
  source: null,
});
const criterion = (verdict: Criterion['verdict'], parts: Partial<Criterion>): Criterion => ({
  id: 'C',
  title: text(''),
  verdict,
  rule: text(''),
  sentence: text(''),
  actual: null,
  required: null,
  gap: null,
  unit: null,
  missing: [],
  document: '',
  article: '',
  confidence: 'V',
  note: null,
  levers: [],
  inputs: [],
  ...parts,
});
const explanation = (criteria: Criterion[]): Explanation => ({
  rule: 'hnte',
  ruleName: text(''),
  kind: 'qualification',
  tier: null,
  version: '2016',
  asOf: '2026-11-22',
  verdict: 'not_met',
  since: null,
  confidence: 'V',
  grade: null,
  scores: [],
  criteria,
  missing: [],
  path: null,
});

it('offers each lever once, those of unmet conditions first, and missing inputs as empty boxes', () => {
  const boxes = leverBoxes(
    explanation([
      criterion('met', { levers: [lever('staff')], inputs: [input('staff', 40)] }),
      criterion('not_met', { levers: [lever('rd'), lever('staff')], inputs: [input('rd', 180), input('staff', 40)] }),
      criterion('unknown', { missing: [{ fact: 'sales', name: text('sales'), unit: '万元', year: 2025 }] }),
    ]),
  );
  expect(boxes.map((box) => [box.fact, box.current])).toEqual([
    ['rd', 180],
    ['staff', 40],
    ['sales', null],
  ]);
});

it('drops an override that returns to what stands', () => {
  const [box] = leverBoxes(explanation([criterion('not_met', { levers: [lever('rd')], inputs: [input('rd', 180)] })]));
  const tried = withOverride([], box!, 200);
  expect(tried).toEqual([{ fact: 'rd', year: 2025, value: 200 }]);
  expect(withOverride(tried, box!, 180)).toEqual([]);
  expect(withOverride(tried, box!, null)).toEqual([{ fact: 'rd', year: 2025, value: null }]);
});

it('finds what is one or two conditions away, nearest first, and never what is met or unknown', () => {
  const { criteria: _c, path: _p, ...head } = explanation([]);
  const standing = (rule: string, verdict: Standing['verdict'], short: number): Standing => ({
    ...head,
    rule,
    verdict,
    short,
    headline: text(''),
  });
  const found = nearest([
    standing('a', 'not_met', 2),
    standing('b', 'not_met', 1),
    standing('c', 'not_met', 5),
    standing('d', 'met', 0),
    standing('e', 'unknown', 1),
  ]);
  expect(found.map((one) => one.rule)).toEqual(['b', 'a']);
});
