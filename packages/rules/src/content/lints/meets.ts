import { versionInForce } from '../../language/version.ts';
import type { RuleSource } from '../library.ts';
import { finding, type Lint } from './lint.ts';
import { checksIn } from './walk.ts';

/** First day from `from` on, before `to`, on which no version of the rule is in force; null when there is none. */
function firstDayWithout(rule: RuleSource, from: string, to: string | null): string | null {
  let day = from;
  while (to === null || day < to) {
    const found = versionInForce(rule, day);
    if (!found) return day;
    if (!found.version.effectiveTo) return null;
    day = found.version.effectiveTo;
  }
  return null;
}

/** A rule that another leans on must be in force as long as that one is; from the day it is not, neither can be judged. */
export const meets: Lint = (source, library) =>
  source.rule.versions.flatMap((version, v) =>
    checksIn(version, ['versions', v]).flatMap(({ value, path }) => {
      const rule = 'meets' in value ? library.rules.get(value.meets) : undefined;
      if (!rule) return [];
      const day = firstDayWithout(rule, version.effectiveFrom, version.effectiveTo ?? null);
      // Elaboration reports a rule that is not in force to begin with.
      if (day === null || day === version.effectiveFrom) return [];
      const { id } = rule.rule;
      return [
        finding(
          source,
          [...path, 'meets'],
          'meets-ends-early',
          {
            zh: `${day} 起没有生效的 ${id} 版本，而版本 ${version.id} 仍然有效`,
            en: `No version of ${id} is in force from ${day}, while version ${version.id} still is`,
          },
          {
            zh: `补上 ${id} 之后的版本，或让版本 ${version.id} 在同一天结束。`,
            en: `Add the next version of ${id}, or end version ${version.id} on the same day.`,
          },
        ),
      ];
    }),
  );
