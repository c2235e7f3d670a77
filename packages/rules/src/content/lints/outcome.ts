import type { RawOutcome } from '../raw-rule.ts';
import { finding, type Lint } from './lint.ts';

function named(outcome: RawOutcome): string[] {
  if (typeof outcome === 'string') return [outcome];
  return ('all' in outcome ? outcome.all : outcome.any).flatMap(named);
}

/** A criterion that neither the outcome nor a grade looks at decides nothing. */
export const outcome: Lint = (source) =>
  source.rule.versions.flatMap((version, v) => {
    if (version.outcome === undefined) return [];
    const used = new Set([...named(version.outcome), ...(version.grades ?? []).flatMap((grade) => named(grade.when))]);
    return version.criteria.flatMap((criterion, c) =>
      used.has(criterion.id)
        ? []
        : [
            finding(
              source,
              ['versions', v, 'criteria', c, 'id'],
              'criterion-without-effect',
              { zh: `${criterion.id} 不影响结论和等级`, en: `${criterion.id} affects neither the outcome nor a grade` },
              { zh: '把它写进 outcome，或删去。', en: 'Name it in outcome, or remove it.' },
              'warning',
            ),
          ],
    );
  });
