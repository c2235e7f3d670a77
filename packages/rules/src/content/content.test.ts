import { describe, expect, test } from 'vitest';
import { repositoryContent, repositoryFile } from '../testing/repository-content.ts';
import { type SmallRule, smallContent, smallRule } from '../testing/small-content.ts';
import { checkContent } from './check.ts';
import { editorSchemas } from './editor-schema.ts';
import { loadContent } from './library.ts';
import { runTests } from './run-tests.ts';

const codes = (rule: SmallRule, change = (text: string) => text) =>
  checkContent(smallContent(change(smallRule(rule)))).map((one) => one.code);

const criterion = (text: string) => `- { id: C2, title: { zh: 二, en: Second }, ${text} }`;
const banded = (bands: string) => `atLeast: { measure: share, by: staff, bands: [${bands}] }`;

describe('the content of this repository', () => {
  const library = repositoryContent();

  test('has no errors', () => {
    expect(checkContent(library).filter((one) => one.severity === 'error')).toEqual([]);
  });

  test.each([...library.rules.values()].map((source) => [source.rule.id, source] as const))(
    '%s comes out as its worked examples say',
    (_, source) => {
      const { failures, problems, passed } = runTests(library, source);
      expect({ failures, problems }).toEqual({ failures: [], problems: [] });
      expect(passed).toBeGreaterThan(0);
    },
  );
});

describe('checking content', () => {
  test('a sound rule has no findings', () => {
    expect(codes({})).toEqual([]);
  });

  test.each<[string, SmallRule]>([
    ['unknown-fact', { check: 'isTrue: acident' }],
    ['unit-mismatch', { check: 'atLeast: { measure: staff, value: 1 万元 }' }],
    ['bands-without-otherwise', { check: banded('{ atMost: 5 人, value: 1% }') }],
    [
      'unreachable-band',
      { check: banded('{ atMost: 50 人, value: 1% }, { atMost: 5 人, value: 2% }, { otherwise: 3% }') },
    ],
    ['bands-gap', { check: banded('{ atMost: 5 人, value: 1% }, { moreThan: 9 人, value: 2% }, { otherwise: 3% }') }],
    [
      'bands-overlap',
      {
        check: banded(
          '{ atLeast: 1 人, atMost: 5 人, value: 1% }, { atLeast: 5 人, atMost: 9 人, value: 2% }, { otherwise: 3% }',
        ),
      },
    ],
    [
      'unreachable-band',
      { check: banded('{ atMost: "5 * 10", value: 1% }, { atMost: 5 人, value: 2% }, { otherwise: 3% }') },
    ],
    [
      'unreachable-band',
      {
        version:
          'scores: { s: { cases: [{ when: { atLeast: { measure: share, by: staff, bands: [{ atMost: 9, value: 1% }, { atMost: 5, value: 2% }, { otherwise: 0 }] } }, points: 1 }, { otherwise: 0 }] } }',
      },
    ],
    [
      'bands-unchecked',
      { check: banded('{ atMost: staff / 2, value: 1% }, { atMost: 5, value: 2% }, { otherwise: 3% }') },
    ],
    ['unused-measure', { version: 'measures: { perHead: latest(sales) / staff }' }],
    ['missing-citation', { criteria: criterion('check: { isTrue: accident }') }],
    ['unknown-document', { criteria: criterion('article: law 第一条, check: { isTrue: accident }') }],
    ['duplicate-id', { criteria: criterion('article: doc 二, check: { isTrue: accident }').replace('C2', 'C1') }],
    ['unknown-criterion', { version: 'outcome: { all: [C1, C9] }' }],
    [
      'criterion-without-effect',
      { version: 'outcome: C1', criteria: criterion('article: doc 二, check: { isTrue: accident }') },
    ],
    ['meets-cycle', { check: 'meets: small' }],
    ['points-not-whole', { version: 'scores: { s: { expert: [0, 1.5] } }' }],
    ['points-reversed', { version: 'scores: { s: { expert: [3, 1] } }' }],
    ['rule-without-tests', { rule: '' }],
    [
      'test-failed',
      {
        rule: 'tests: [{ name: 有, asOf: 2024-06-01, facts: { enterprise: { accident: true } }, expect: { verdict: met } }]',
      },
    ],
    [
      'test-unknown-fact',
      { rule: 'tests: [{ name: 有, asOf: 2024-06-01, facts: { enterprise: { acident: true } }, expect: {} }]' },
    ],
    ['test-without-version', { rule: 'tests: [{ name: 早, asOf: 2019-06-01, facts: {}, expect: {} }]' }],
    ['lever-without-effect', { levers: '[staff]' }],
  ])('%s is found', (code, rule) => {
    expect(codes(rule)).toContain(code);
  });

  test('a missing confidence mark is found', () => {
    expect(codes({}, (text) => text.replace('    confidence: D\n', ''))).toEqual(['missing-confidence']);
  });

  const second = (from: string) => (text: string) =>
    text
      .replace('    confidence: D', '    confidence: D\n    effectiveTo: 2022-01-01')
      .replace(
        'tests:',
        `  - { id: "2022", effectiveFrom: ${from}, confidence: D, criteria: [{ id: C1, title: { zh: 一, en: One }, article: doc 一, check: { isTrue: accident } }] }\ntests:`,
      )
      .replace('versions:\n', 'versions:\n');

  test('overlapping and gapped versions are found, adjoining ones pass', () => {
    expect(codes({}, second('2021-06-01'))).toContain('versions-overlap');
    expect(codes({}, second('2022-06-01'))).toContain('versions-gap');
    expect(codes({}, second('2022-01-01'))).not.toContain('versions-gap');
  });

  test('one band whose bound depends on facts has no order that could be wrong', () => {
    expect(codes({ check: banded('{ atMost: staff / 2, value: 1% }, { otherwise: 3% }') })).toEqual([]);
  });

  test('a measure that only another measure or a score uses is used', () => {
    const version = `measures: { a: latest(sales), b: a / 2 }
scores: { s: { bands: { measure: b, scale: [{ atLeast: 5, points: 1 }, { otherwise: 0 }] } } }`;
    expect(codes({ version })).toEqual([]);
  });

  test('a rule that ends before the one that leans on it is found, with the day', () => {
    const leaning = smallRule({ id: 'leaning', check: 'any: [{ meets: small }, { isTrue: accident }]' });
    const ending = smallRule({}).replace('    confidence: D', '    effectiveTo: 2027-01-01\n    confidence: D');
    const found = checkContent(smallContent(leaning, ending));
    expect(found.map((one) => one.code)).toEqual(['meets-ends-early']);
    expect(found[0]!.message.en).toContain('2027-01-01');
    expect(checkContent(smallContent(leaning, smallRule({})))).toEqual([]);
  });

  test('all problems are said at once, in the order of lines, each with a remedy in both languages', () => {
    const found = checkContent(
      smallContent(
        smallRule({
          check: 'all: [{ isTrue: acident }, { atLeast: { measure: staff, value: 1 万元 } }]',
          rule: '',
          levers: '[saless]',
        }),
      ),
    );
    expect(found.map((one) => one.code).toSorted()).toEqual([
      'rule-without-tests',
      'unit-mismatch',
      'unknown-fact',
      'unknown-fact',
    ]);
    expect(found.map((one) => one.line)).toEqual(found.map((one) => one.line).toSorted((a, b) => a - b));
    for (const one of found) for (const text of [one.message, one.remedy]) expect(text.zh && text.en).toBeTruthy();
  });

  test('a failed test says expected and actual', () => {
    const rule =
      'tests: [{ name: 有, asOf: 2024-06-01, facts: { enterprise: { accident: true } }, expect: { criteria: { C1: met } } }]';
    const [found] = checkContent(smallContent(smallRule({ rule })));
    expect(found!.message.en).toContain('expected "met", got "not_met"');
  });
});

describe('reading files', () => {
  test('a mistyped field is refused where it stands, with what may have been meant', () => {
    const [found] = smallContent(smallRule({ check: 'atLest: { measure: staff, value: 1 人 }' })).diagnostics;
    expect(found).toMatchObject({ code: 'schema', line: 18, column: 11 });
    expect(found!.remedy.en).toContain('atLeast');
  });

  test('broken YAML is said with its line', () => {
    const { diagnostics } = loadContent([{ path: 'demo/rules/x.yaml', text: 'id: a\nname: {\n' }]);
    expect(diagnostics[0]).toMatchObject({ code: 'yaml', file: 'demo/rules/x.yaml' });
  });

  test('one bad fact does not take the others with it', () => {
    const text = 'facts:\n  - { id: a, name: { zh: 甲, en: A }, unit: 人, period: annual }\n  - { id: b, unit: 斤 }\n';
    const { dictionary, diagnostics } = loadContent([{ path: 'demo/facts/all.yaml', text }]);
    expect([...dictionary.keys()]).toEqual(['a']);
    expect(diagnostics.every((one) => one.line === 3)).toBe(true);
  });

  test('two rules, or two facts, may not share an id', () => {
    expect(smallContent(smallRule({}), smallRule({})).diagnostics.map((one) => one.code)).toEqual(['duplicate-id']);
  });

  test('the jurisdiction is the folder above rules', () => {
    expect(smallContent(smallRule({})).rules.get('small')!.jurisdiction).toBe('demo');
  });

  test('editors get a schema made from the one that is enforced', () => {
    const schema = JSON.parse(editorSchemas()['rule.schema.json']!);
    expect(schema.required).toContain('versions');
    expect(JSON.stringify(schema)).toContain('growthEachYear');
  });

  test.each(Object.entries(editorSchemas()))(
    'content/schema/%s is what is enforced (forest content schema)',
    (name, text) => {
      expect(repositoryFile(`schema/${name}`)).toBe(text);
    },
  );
});
