import { useQuery } from '@tanstack/react-query';
import { api } from '../shell/client.ts';
import { useSay } from '../shell/language.tsx';
import type { Option } from '../shell/parts/Choice.tsx';

/** Rules about enterprises that are in force, as choices. */
export function useRuleOptions(): Option[] {
  const say = useSay();
  const rules = useQuery(api.library.rules.list.queryOptions({ input: {}, staleTime: 300_000 })).data ?? [];
  return rules
    .filter((rule) => rule.subject === 'enterprise' && rule.inForce !== null)
    .map((rule) => ({ value: rule.id, label: say(rule.name) }));
}

/** The criteria of a rule's version in force, as choices. */
export function useCriterionOptions(rule: string): Option[] {
  const say = useSay();
  const page = useQuery(api.library.rules.get.queryOptions({ input: { id: rule }, staleTime: 300_000 })).data;
  const version = page?.detail.find((one) => one.id === page.inForce) ?? page?.detail.at(-1);
  return (
    version?.criteria.map((criterion) => ({ value: criterion.id, label: `${criterion.id} ${say(criterion.title)}` })) ??
    []
  );
}
