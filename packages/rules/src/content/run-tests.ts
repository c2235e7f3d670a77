import type { Verdict } from '@forest/domain';
import { compileExplainer } from '../explain/explain.ts';
import type { Explanation } from '../explain/explanation.ts';
import { readFacts } from '../facts/read-facts.ts';
import { rowOf } from '../facts/row.ts';
import { elaborateRule } from '../language/compile.ts';
import { versionInForce } from '../language/version.ts';
import { both, type Diagnostic, type Path } from './diagnostic.ts';
import type { ContentLibrary, RuleSource } from './library.ts';
import type { RawTest } from './raw-rule.ts';

/** One expectation that did not come true; `path` is where it stands in the file. */
export interface TestFailure {
  test: string;
  path: Path;
  expected: string;
  actual: string;
}

const show = (value: unknown) => (value === undefined ? '—' : JSON.stringify(value));

/** Expected numbers are written rounded to six places or more: half a unit of the last one either way passes. */
function close(expected: number | null, actual: unknown): boolean {
  if (expected === null || typeof actual !== 'number') return expected === actual;
  const places = String(expected).split('.')[1]?.length ?? 0;
  return Math.abs(actual - expected) <= 0.5000001 * 10 ** -Math.max(places, 6);
}

function compareAll(
  expect: RawTest['expect'],
  got: Explanation,
  fail: (path: Path, expected: unknown, actual: unknown) => void,
): void {
  const criterion = (id: string) => got.criteria.find((one) => one.id === id);
  const verdict = (path: Path, expected: Verdict | undefined, actual: Verdict | undefined) => {
    if (expected !== undefined && expected !== actual) fail(path, expected, actual);
  };
  verdict(['verdict'], expect.verdict, got.verdict);
  for (const [id, expected] of Object.entries(expect.criteria ?? {}))
    verdict(['criteria', id], expected, criterion(id)?.verdict);
  for (const kind of ['actual', 'gap'] as const)
    for (const [id, expected] of Object.entries(expect[kind] ?? {})) {
      const actual = criterion(id)?.[kind];
      if (!close(expected, actual)) fail([kind, id], expected, actual);
    }
  for (const [id, expected] of Object.entries(expect.scores ?? {})) {
    const points = got.scores.find((one) => one.id === id)?.points;
    const [min, max] = typeof expected === 'number' ? [expected, expected] : expected;
    if (points?.[0] !== min || points?.[1] !== max) fail(['scores', id], [min, max], points);
  }
  if (expect.grade !== undefined && expect.grade !== (got.grade?.id ?? null))
    fail(['grade'], expect.grade, got.grade?.id ?? null);
  if (expect.missing) {
    const actual = got.missing.map((one) => one.fact);
    const lacking = expect.missing.filter((fact) => !actual.includes(fact));
    if (lacking.length > 0) fail(['missing'], expect.missing, actual);
  }
}

/** Runs the tests that stand in a rule's own file. Content that does not elaborate fails none: it has its own faults. */
export function runTests(
  library: ContentLibrary,
  source: RuleSource,
): { failures: TestFailure[]; problems: Diagnostic[]; passed: number } {
  const failures: TestFailure[] = [];
  const problems: Diagnostic[] = [];
  let passed = 0;
  const { rule } = source;
  const trees = new Map<string, ReturnType<typeof elaborateRule>>();
  const treeOf = (versionIndex: number, asOf: string) => {
    const key = `${versionIndex} ${asOf}`;
    const tree = trees.get(key) ?? elaborateRule(library, rule.id, versionIndex, asOf);
    trees.set(key, tree);
    return tree;
  };
  (rule.tests ?? []).forEach((test, index) => {
    const path: Path = ['tests', index];
    const versionIndex = test.version
      ? rule.versions.findIndex((version) => version.id === test.version)
      : (versionInForce(source, test.asOf)?.index ?? -1);
    if (versionIndex < 0) {
      problems.push({
        ...source.source.at([...path, test.version ? 'version' : 'asOf']),
        severity: 'error',
        code: 'test-without-version',
        message: both(`测试“${test.name}”没有对应的版本`, `The test “${test.name}” has no version to run`),
        remedy: both('改正 version 或 asOf。', 'Correct version or asOf.'),
      });
      return;
    }
    const { tree, problems: faults } = treeOf(versionIndex, test.asOf);
    if (faults.length > 0) return;
    const { facts, problems: wrong } = readFacts(library.dictionary, { asOf: test.asOf, ...test.facts });
    for (const one of wrong) {
      const at: Path = one.year === null ? ['enterprise', one.fact] : ['years', one.year, one.fact];
      problems.push({
        ...source.source.at([...path, 'facts', ...at]),
        severity: 'error',
        code: `test-${one.code}`,
        message: one.message,
        remedy: one.remedy,
      });
    }
    const before = failures.length;
    compareAll(test.expect, compileExplainer(tree).explain(rowOf(tree, facts)), (where, expected, actual) =>
      failures.push({
        test: test.name,
        path: [...path, 'expect', ...where],
        expected: show(expected),
        actual: show(actual),
      }),
    );
    if (failures.length === before) passed += 1;
  });
  return { failures, problems, passed };
}
