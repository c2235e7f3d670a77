import { finding, type Lint } from './lint.ts';

/** Readers must see how sure each criterion is: its own mark, or the version's. */
export const confidence: Lint = (source) =>
  source.rule.versions.flatMap((version, v) =>
    version.confidence
      ? []
      : version.criteria.flatMap((criterion, c) =>
          criterion.confidence
            ? []
            : [
                finding(
                  source,
                  ['versions', v, 'criteria', c, 'id'],
                  'missing-confidence',
                  { zh: `${criterion.id} 没有可信度标记`, en: `${criterion.id} has no confidence mark` },
                  {
                    zh: '写 confidence: V+、V、K-H、K-M、K-L、C 或 D。',
                    en: 'Write confidence: V+, V, K-H, K-M, K-L, C or D.',
                  },
                ),
              ],
        ),
  );
