import type { Outputs } from '@forest/api';
import { type RuleSource, versionInForce } from '@forest/rules';
import type { Content } from '../platform/content/index.ts';

export type RuleHead = Outputs['library']['rules']['list'][number];

/** Texts that content may leave out. */
export const untitled = { zh: '', en: '' };

export function ruleHead(content: Content, source: RuleSource, asOf: string): RuleHead {
  const { rule } = source;
  const current = versionInForce(source, asOf)?.version;
  return {
    id: rule.id,
    name: rule.name,
    kind: rule.kind,
    subject: rule.subject,
    jurisdiction: content.jurisdictionOf(rule.id),
    issuer: rule.issuer ?? untitled,
    tier: rule.tier ?? null,
    versions: rule.versions.map(({ id, effectiveFrom, effectiveTo, confidence }) => ({
      id,
      effectiveFrom,
      effectiveTo: effectiveTo ?? null,
      confidence: confidence ?? 'D',
    })),
    inForce: current?.id ?? null,
    criteria: (current ?? rule.versions.at(-1))?.criteria.length ?? 0,
    tests: rule.tests?.length ?? 0,
  };
}

/** Every rule, those of the state first, as the content folders stand. */
export function listRules(content: Content, asOf: string): RuleHead[] {
  return [...content.library.rules.values()].map((source) => ruleHead(content, source, asOf));
}
