import { elaborateRule } from '../../language/compile.ts';
import { finding, type Lint } from './lint.ts';

/** A measure that no criterion and no score reads is not even checked. */
export const measures: Lint = (source, library) =>
  source.rule.versions.flatMap((version, v) => {
    const { problems, measuresRead } = elaborateRule(library, source.rule.id, v, version.effectiveFrom);
    // What is at fault was not read to its end.
    if (problems.length > 0) return [];
    return Object.keys(version.measures ?? {}).flatMap((name) =>
      measuresRead.has(name)
        ? []
        : [
            finding(
              source,
              ['versions', v, 'measures', name],
              'unused-measure',
              { zh: `指标 ${name} 没有被任何条件或评分用到`, en: `No criterion and no score uses the measure ${name}` },
              { zh: '用上它，或删去。', en: 'Use it, or remove it.' },
              'warning',
            ),
          ],
    );
  });
