import { useQuery } from '@tanstack/react-query';
import { type Answers, api } from './client.ts';
import { useSay } from './language.tsx';
import type { TreeOption } from './parts/ManyChoice.tsx';

export type UnitView = Answers['identity']['organisation']['tree'][number];

/** All units, parents first. They change rarely. */
export function useUnits(): readonly UnitView[] {
  return useQuery(api.identity.organisation.tree.queryOptions({ staleTime: 300_000 })).data ?? [];
}

/** The tree as options, indented by depth, in the tree's order. */
export function useUnitOptions(kinds?: readonly UnitView['kind'][]): TreeOption[] {
  const say = useSay();
  const units = useUnits();
  const shown = kinds ? units.filter((unit) => kinds.includes(unit.kind)) : units;
  const least = Math.min(...shown.map(depthOf));
  return [...shown]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((unit) => ({ value: unit.id, label: say(unit.name), depth: depthOf(unit) - least }));
}

/** `/jianye/xincheng/` lies two deep. */
export function depthOf(unit: { path: string }): number {
  return unit.path.split('/').length - 2;
}
