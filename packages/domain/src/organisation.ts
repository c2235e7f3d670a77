import { childPath, isWithin, ROOT_PATH } from './permissions/unit-path.ts';
import type { Text } from './text.ts';

export const unitKinds = ['city', 'district', 'park', 'subdistrict', 'carrier', 'department'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** A unit as content writes it, with what lies below it. */
export interface UnitSource {
  id: string;
  kind: UnitKind;
  name: Text;
  units?: readonly UnitSource[] | undefined;
}

/** A unit with its place. */
export interface OrganisationUnit {
  id: string;
  kind: UnitKind;
  name: Text;
  parentId: string | null;
  /** Id of the district it lies in; null above the districts. */
  district: string | null;
  path: string;
}

/**
 * The tree as rows, parents before children.
 * @throws RangeError when an id is malformed or used twice.
 */
export function flattenUnits(roots: readonly UnitSource[]): OrganisationUnit[] {
  const rows: OrganisationUnit[] = [];
  const seen = new Set<string>();
  const visit = (source: UnitSource, parent: OrganisationUnit | null) => {
    if (seen.has(source.id)) throw new RangeError(`two units have the id ${source.id}`);
    seen.add(source.id);
    const { id, kind, name } = source;
    const district = kind === 'district' ? id : (parent?.district ?? null);
    const unit: OrganisationUnit = {
      id,
      kind,
      name,
      parentId: parent?.id ?? null,
      district,
      path: childPath(parent?.path ?? ROOT_PATH, id),
    };
    rows.push(unit);
    for (const child of source.units ?? []) visit(child, unit);
  };
  for (const root of roots) visit(root, null);
  return rows;
}

export interface UnitNode extends OrganisationUnit {
  children: UnitNode[];
}

/** Rows back to trees; a row whose parent is not among them becomes a root, so a part of the tree can be shown. */
export function unitForest(units: readonly OrganisationUnit[]): UnitNode[] {
  const nodes = new Map(units.map((unit) => [unit.id, { ...unit, children: [] as UnitNode[] }]));
  const roots: UnitNode[] = [];
  for (const node of nodes.values()) (nodes.get(node.parentId ?? '')?.children ?? roots).push(node);
  return roots;
}

/** The unit and all below it. */
export function subtree<T extends { path: string }>(units: readonly T[], top: { path: string }): T[] {
  return units.filter((unit) => isWithin(unit.path, top.path));
}
