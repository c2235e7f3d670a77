import type { Text } from '@forest/domain';
import type { RawRule } from '@forest/rules';
import type { Content } from '../platform/content/index.ts';

/** A rung of the ladder: rules that judge it carry its id, certificates that prove it its kind. */
export interface Tier {
  id: string;
  /** `qualification.kind`. */
  kind: string;
  name: Text;
}

/** From the bottom up, as in the district's plan: 科小、高企、专精特新、瞪羚、独角兽、上市. */
export const tiers: readonly Tier[] = [
  { id: 'tsme', kind: 'techSme', name: { zh: '科技型中小企业', en: 'Technology SME' } },
  { id: 'innovative', kind: 'innovativeSme', name: { zh: '创新型中小企业', en: 'Innovative SME' } },
  { id: 'hnte', kind: 'hnte', name: { zh: '高新技术企业', en: 'High-tech enterprise' } },
  { id: 'specialised', kind: 'specialisedSme', name: { zh: '专精特新中小企业', en: 'Specialised SME' } },
  { id: 'littleGiant', kind: 'littleGiant', name: { zh: '专精特新“小巨人”', en: 'Little giant' } },
  { id: 'gazelle', kind: 'gazelle', name: { zh: '瞪羚企业', en: 'Gazelle' } },
  { id: 'cultivatedUnicorn', kind: 'cultivatedUnicorn', name: { zh: '培育独角兽', en: 'Cultivated unicorn' } },
  { id: 'unicorn', kind: 'unicorn', name: { zh: '独角兽企业', en: 'Unicorn' } },
  { id: 'listed', kind: 'listed', name: { zh: '上市企业', en: 'Listed' } },
];

/** The rung of a rule; undefined for rules that confer none. */
export function tierOf(rule: Pick<RawRule, 'tier'> | undefined): Tier | undefined {
  return rule?.tier === undefined ? undefined : tiers.find((tier) => tier.id === rule.tier || tier.kind === rule.tier);
}

/** Rules by rung, those in force in the district on the date. */
export function rulesByTier(content: Content, district: string, asOf: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { rule } of content.treesInForce(district, asOf)) {
    const tier = tierOf(content.library.rules.get(rule)?.rule);
    if (tier) found.set(tier.id, [...(found.get(tier.id) ?? []), rule]);
  }
  return found;
}
