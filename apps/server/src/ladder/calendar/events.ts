import type { Text } from '@forest/domain';
import { type Content, citedArticle } from '../../platform/content/index.ts';
import { tierOfRule } from '../tiers.ts';
import { dueDates } from './duties.ts';
import { type TurningPoint, turningPoints } from './turning-points.ts';

/** A duty on a date, owed by everybody who holds a certificate of the kind. */
export interface DutyDate {
  on: string;
  kind: string;
  title: Text;
  article: string;
}

/** Duties of the versions in force on their due dates. */
export function dutiesIn(content: Content, from: string, to: string): DutyDate[] {
  return [...content.library.rules.values()].flatMap(({ rule }) => {
    const tier = tierOfRule(content, rule.id);
    if (!tier) return [];
    return rule.versions.flatMap((version) =>
      (version.duties ?? []).flatMap((duty) => {
        if (typeof duty.everyYearBefore !== 'string') return [];
        return dueDates(duty.everyYearBefore, from, to)
          .filter((on) => version.effectiveFrom <= on && (!version.effectiveTo || on < version.effectiveTo))
          .map((on) => ({ on, kind: tier.kind, title: duty.title, article: citedArticle(rule, duty.article) }));
      }),
    );
  });
}

export interface AgeEvent extends TurningPoint {
  version: string;
  /** The criterion's bit in the masks of the version. */
  bit: number;
  title: Text;
  article: string;
}

/** Time conditions of the rules in force on a day, whichever district they are for. */
export function agesIn(content: Content, day: string): AgeEvent[] {
  return [...content.library.rules.values()]
    .filter(({ rule }) => rule.subject === 'enterprise')
    .flatMap(({ rule }) => {
      const compiled = content.compiled(rule.id, day);
      if (!compiled.ok) return [];
      return turningPoints(compiled.tree).map((point) => {
        const index = compiled.tree.criteria.findIndex((one) => one.id === point.criterion);
        const { title, document, article } = compiled.tree.criteria[index]!;
        const [zh, en] = point.becomes === 'met' ? ['达到', 'reached'] : ['不再符合', 'no longer met'];
        return {
          ...point,
          version: compiled.tree.version,
          bit: 1 << index,
          title: { zh: `${rule.name.zh}：${zh}“${title.zh}”`, en: `${rule.name.en}: ${title.en} ${en}` },
          article: `${document} ${article}`.trim(),
        };
      });
    });
}
