import { contract } from '@forest/api';
import { describe, expect, test } from 'vitest';
import { contentFolder, contentOf, readContent } from '../platform/content/index.ts';
import { getRule } from './get-rule.ts';
import { listFacts } from './list-facts.ts';
import { listRules } from './rule-head.ts';
import { searchIndustries } from './search-industries.ts';

const content = readContent(contentFolder);
const day = '2026-02-01';
const fits = (procedure: { '~orpc': { outputSchema?: unknown } }, value: unknown) =>
  (procedure['~orpc'].outputSchema as { parse(value: unknown): unknown }).parse(value);

describe('rule library', () => {
  test('every rule of the content is listed, with the version in force', () => {
    const rules = listRules(content, day);
    fits(contract.library.rules.list, rules);
    expect(rules.map((rule) => rule.id).sort()).toEqual([...content.library.rules.keys()].sort());
    expect(rules.find((rule) => rule.id === 'hnte')).toMatchObject({ inForce: '2016', jurisdiction: 'national' });
  });

  test('every rule reads as sentences, and its test cases pass', () => {
    for (const { id } of listRules(content, day)) {
      const page = getRule(content, id, day);
      fits(contract.library.rules.get, page);
      expect(page.detail).toHaveLength(page.versions.length);
      for (const criterion of page.detail.flatMap((version) => version.criteria)) {
        expect(criterion.sentence.zh, `${id} ${criterion.id}`).not.toBe('');
      }
      expect(page.cases.filter((one) => !one.passed).map((one) => `${id}: ${one.name}`)).toEqual([]);
      expect(page.cases).toHaveLength(page.tests);
    }
  });

  test('the R&D threshold of high-tech enterprises is told with its bands and article', () => {
    const criterion = getRule(content, 'hnte', day).detail[0]!.criteria.find((one) => one.id === 'HNTE-05')!;
    expect(criterion.sentence.zh).toContain('5 %');
    expect(criterion.article).toContain('第十一条');
    expect(criterion.facts).toContain('rd');
  });

  test('a rule that does not exist is not found', () => {
    expect(() => getRule(content, 'no-such-rule', day)).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});

describe('dictionary and industries', () => {
  test('each fact names the rules that read it', () => {
    const facts = listFacts(content);
    fits(contract.library.facts.list, facts);
    expect(facts.find((fact) => fact.id === 'rd')?.rules).toContain('hnte');
  });

  test('industries are found by code, with and without the section letter, and by name', () => {
    expect(searchIndustries(content, 'I651')[0]).toMatchObject({ code: '651' });
    expect(searchIndustries(content, '651')[0]).toMatchObject({ code: '651' });
    expect(searchIndustries(content, '软件开发').map((one) => one.code)).toContain('651');
    expect(searchIndustries(content, '').map((one) => one.code)).toContain('I');
  });
});

test('a rule of another district does not apply here, those of state, province and city do', () => {
  const files = [
    { path: 'jianye/organisation.yaml', text: '' },
    { path: 'jiangbei/organisation.yaml', text: '' },
  ];
  const local = contentOf(content.library, [...content.files, ...files]);
  const own = [...content.library.rules.keys()].find((rule) => content.jurisdictionOf(rule) === 'jianye');
  if (own) expect([local.applies(own, 'jianye'), local.applies(own, 'jiangbei')]).toEqual([true, false]);
  expect(local.applies('hnte', 'jiangbei')).toBe(true);
});
