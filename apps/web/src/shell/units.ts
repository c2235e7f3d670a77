import { type OrganisationUnit, type UnitNode, unitForest } from '@forest/domain';
import { useQuery } from '@tanstack/react-query';
import { type Answers, api } from './client.ts';
import { useDistrict } from './district.ts';
import { useSay } from './language.tsx';
import type { TreeOption } from './parts/ManyChoice.tsx';

export type UnitView = Answers['identity']['organisation']['tree'][number];

/** All units, parents first. They change rarely. */
export function useUnits(): readonly UnitView[] {
  return useQuery(api.identity.organisation.tree.queryOptions({ staleTime: 300_000 })).data ?? [];
}

/** The district's tree as options, indented by depth, siblings in the order of the organisation. */
export function useUnitOptions(kinds?: readonly UnitView['kind'][]): TreeOption[] {
  const say = useSay();
  const district = useDistrict();
  const units = useUnits();
  const shown = units.filter(
    (unit) => (!kinds || kinds.includes(unit.kind)) && (!district || unit.district === district.id),
  );
  return flattened(unitForest(shown), 0).map(({ unit, depth }) => ({ value: unit.id, label: say(unit.name), depth }));
}

/** Rows in the order of a tree, each with its depth below the shown roots. */
export function treeRows<T extends OrganisationUnit>(units: readonly T[]): { unit: OrganisationUnit; depth: number }[] {
  return flattened(unitForest(units), 0);
}

function flattened(nodes: readonly UnitNode[], depth: number): { unit: UnitNode; depth: number }[] {
  return nodes.flatMap((unit) => [{ unit, depth }, ...flattened(unit.children, depth + 1)]);
}
