import type { Diagnostic, Path } from '../diagnostic.ts';
import type { RuleSource } from '../library.ts';
import type { RawScore } from '../raw-score.ts';
import { finding, type Lint } from './lint.ts';

function repeated(
  source: RuleSource,
  what: { zh: string; en: string },
  ids: { id: string; path: Path }[],
): Diagnostic[] {
  const seen = new Set<string>();
  return ids.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      finding(
        source,
        path,
        'duplicate-id',
        { zh: `${what.zh}编号 ${id} 重复`, en: `The ${what.en} id ${id} is used twice` },
        { zh: '改用另一个编号。', en: 'Choose another id.' },
      ),
    ];
  });
}

function scoreIds(score: RawScore, path: Path): { id: string; path: Path }[] {
  const own = score.id === undefined ? [] : [{ id: score.id, path: [...path, 'id'] }];
  const below = (['sum', 'best'] as const).flatMap((kind) =>
    (score[kind] ?? []).flatMap((part, index) => scoreIds(part, [...path, kind, index])),
  );
  return [...own, ...below];
}

/** Ids are what verdicts, history and people refer to: versions, criteria, grades, score parts. */
export const duplicates: Lint = (source) => {
  const { versions } = source.rule;
  const idsOf = (list: { id: string }[], path: Path) =>
    list.map(({ id }, index) => ({ id, path: [...path, index, 'id'] }));
  return [
    ...repeated(source, { zh: '版本', en: 'version' }, idsOf(versions, ['versions'])),
    ...versions.flatMap((version, v) => [
      ...repeated(source, { zh: '条件', en: 'criterion' }, idsOf(version.criteria, ['versions', v, 'criteria'])),
      ...repeated(source, { zh: '等级', en: 'grade' }, idsOf(version.grades ?? [], ['versions', v, 'grades'])),
      ...Object.entries(version.scores ?? {}).flatMap(([id, score]) =>
        repeated(source, { zh: '评分项', en: 'score part' }, scoreIds(score, ['versions', v, 'scores', id])),
      ),
    ]),
  ];
};
