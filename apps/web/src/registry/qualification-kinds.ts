import { useQuery } from '@tanstack/react-query';
import { api } from '../shell/client.ts';
import { useSay } from '../shell/language.tsx';

/** Qualification kinds that rules confer, named as the rule library names them. */
export function useQualificationKinds(): { value: string; label: string }[] {
  const say = useSay();
  const rules = useQuery(api.library.rules.list.queryOptions({ input: {}, staleTime: 300_000 })).data ?? [];
  return rules
    .filter((rule) => rule.kind === 'qualification' && rule.subject === 'enterprise')
    .map((rule) => ({ value: rule.id, label: say(rule.name) }));
}
