import type { Text } from '@forest/domain';
import type { Content, Rung } from '../platform/content/index.ts';

/** A rung of the ladder: the rules that judge it, and the kind of certificate that proves it. */
export interface Tier {
  id: string;
  name: Text;
  /** `qualification.kind`. */
  kind: string;
  rules: readonly string[];
}

/** The ladder of a district from the ground up, as its file says; of the default district where it has none. */
export function tiersOf(content: Content, district: string): Tier[] {
  const own = content.districts.find(({ id }) => id === district) ?? content.districts[0];
  return own?.ladder.map((rung) => tier(content, rung)) ?? [];
}

/** Every rung of every district, once. */
export function allTiers(content: Content): Tier[] {
  const tiers = content.districts.flatMap((district) => tiersOf(content, district.id));
  return [...new Map(tiers.map((one) => [one.id, one])).values()];
}

/** The rung that a rule judges; undefined for rules that confer none. */
export function tierOfRule(content: Content, rule: string): Tier | undefined {
  return allTiers(content).find(({ rules }) => rules.includes(rule));
}

/** The dictionary says from which certificates the registry derives the fact that an enterprise holds the rung. */
function tier(content: Content, { id, name, holds, rules }: Rung): Tier {
  const kind = content.library.dictionary.get(holds)?.derived?.kind;
  return { id, name, kind: typeof kind === 'string' ? kind : id, rules };
}
