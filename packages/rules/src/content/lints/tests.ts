import { runTests } from '../run-tests.ts';
import { finding, type Lint } from './lint.ts';

/** Every version is tried by tests in the same file, and every test comes true. */
export const tests: Lint = (source, library) => {
  const { rule } = source;
  if ((rule.tests ?? []).length === 0)
    return [
      finding(
        source,
        ['id'],
        'rule-without-tests',
        { zh: `规则 ${rule.id} 没有测试`, en: `The rule ${rule.id} has no tests` },
        {
          zh: '在文件末尾写 tests：边界值上、下各一例。',
          en: 'Add tests at the end of the file, one on either side of each threshold.',
        },
      ),
    ];
  const { failures, problems } = runTests(library, source);
  const failed = failures.map(({ test, path, expected, actual }) =>
    finding(
      source,
      path,
      'test-failed',
      {
        zh: `测试“${test}”不符：期望 ${expected}，实得 ${actual}`,
        en: `The test “${test}” fails: expected ${expected}, got ${actual}`,
      },
      { zh: '改正规则，或改正期望值。', en: 'Correct the rule or the expectation.' },
    ),
  );
  const untried = rule.versions.flatMap((version, v) => {
    const tried = rule.tests!.some((test) =>
      test.version
        ? test.version === version.id
        : version.effectiveFrom <= test.asOf && (!version.effectiveTo || test.asOf < version.effectiveTo),
    );
    return tried
      ? []
      : [
          finding(
            source,
            ['versions', v, 'id'],
            'version-without-tests',
            { zh: `版本 ${version.id} 没有测试`, en: `No test tries version ${version.id}` },
            { zh: '为这一版本补测试。', en: 'Add tests for this version.' },
            'warning',
          ),
        ];
  });
  return [...problems, ...failed, ...untried];
};
