import { finding, type Lint } from './lint.ts';

/** Every criterion names a document of the rule and an article in it. */
export const citation: Lint = (source) =>
  source.rule.versions.flatMap((version, v) =>
    version.criteria.flatMap((criterion, c) => {
      const path = ['versions', v, 'criteria', c, ...(criterion.article === undefined ? ['id'] : ['article'])];
      const [key = '', ...article] = (criterion.article ?? '').trim().split(/\s+/);
      if (criterion.article === undefined || article.length === 0)
        return [
          finding(
            source,
            path,
            'missing-citation',
            { zh: `${criterion.id} 没有写明文件与条款`, en: `${criterion.id} cites no document and article` },
            { zh: '写 article: <文件代号> <条款>。', en: 'Write article: <document key> <article>.' },
          ),
        ];
      if (source.rule.documents && Object.hasOwn(source.rule.documents, key)) return [];
      const known = Object.keys(source.rule.documents ?? {}).join('、');
      return [
        finding(
          source,
          path,
          'unknown-document',
          {
            zh: `${criterion.id} 引用的文件 ${key} 不在 documents 中`,
            en: `${criterion.id} cites ${key}, which documents does not list`,
          },
          { zh: `可用：${known || '无'}`, en: `Known: ${known || 'none'}` },
        ),
      ];
    }),
  );
