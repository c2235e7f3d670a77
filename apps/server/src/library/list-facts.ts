import type { Outputs } from '@forest/api';
import type { Content } from '../platform/content/index.ts';

type FactHead = Outputs['library']['facts']['list'][number];

const kept = new WeakMap<Content, FactHead[]>();

/** The dictionary, each fact with the rules that read it in any version. Content stays the same, so once is enough. */
export function listFacts(content: Content): FactHead[] {
  const known = kept.get(content);
  if (known) return known;
  const readers = readersByFact(content);
  const facts = [...content.library.dictionary.values()].map((fact) => ({
    id: fact.id,
    name: fact.name,
    unit: fact.unit,
    period: fact.period,
    definition: fact.definition,
    derived: fact.derived !== null,
    values: fact.values?.map((one) => one.value) ?? null,
    rules: [...(readers.get(fact.id) ?? [])].sort(),
  }));
  kept.set(content, facts);
  return facts;
}

function readersByFact(content: Content): Map<string, Set<string>> {
  const readers = new Map<string, Set<string>>();
  for (const { rule } of content.library.rules.values()) {
    for (const version of rule.versions) {
      const compiled = content.compiled(rule.id, version.effectiveFrom);
      if (!compiled.ok) continue;
      for (const { fact } of compiled.tree.slots) readers.set(fact, (readers.get(fact) ?? new Set()).add(rule.id));
    }
  }
  return readers;
}
