import type { Diagnostic } from '../diagnostic.ts';
import { finding, type Lint } from './lint.ts';

/** On every day at most one version is in force, and none is skipped between the first and the last. */
export const versions: Lint = (source) => {
  const found: Diagnostic[] = [];
  const all = source.rule.versions.map((version, index) => ({ version, index }));
  for (const { version, index } of all)
    if (version.effectiveTo && version.effectiveTo <= version.effectiveFrom)
      found.push(
        finding(
          source,
          ['versions', index, 'effectiveTo'],
          'version-ends-before-start',
          { zh: `版本 ${version.id} 的结束不晚于开始`, en: `Version ${version.id} does not end after it begins` },
          {
            zh: 'effectiveTo 是失效首日，须晚于 effectiveFrom。',
            en: 'effectiveTo is the first day without it and must come after effectiveFrom.',
          },
        ),
      );
  const sorted = all.toSorted((a, b) => (a.version.effectiveFrom < b.version.effectiveFrom ? -1 : 1));
  sorted.slice(1).forEach((next, before) => {
    const previous = sorted[before]!.version;
    const { id, effectiveFrom } = next.version;
    const path = ['versions', next.index, 'effectiveFrom'];
    if (!previous.effectiveTo || previous.effectiveTo > effectiveFrom)
      found.push(
        finding(
          source,
          path,
          'versions-overlap',
          {
            zh: `版本 ${previous.id} 与 ${id} 的有效期重叠`,
            en: `Versions ${previous.id} and ${id} are in force at the same time`,
          },
          {
            zh: `把 ${previous.id} 的 effectiveTo 写为 ${effectiveFrom}。`,
            en: `End ${previous.id} with effectiveTo: ${effectiveFrom}.`,
          },
        ),
      );
    else if (previous.effectiveTo < effectiveFrom)
      found.push(
        finding(
          source,
          path,
          'versions-gap',
          {
            zh: `${previous.effectiveTo} 至 ${effectiveFrom} 没有生效的版本`,
            en: `No version is in force from ${previous.effectiveTo} to ${effectiveFrom}`,
          },
          { zh: '核对日期；确有空档时在 note 中说明。', en: 'Check the dates; if the gap is real say so in a note.' },
          'warning',
        ),
      );
  });
  return found;
};
