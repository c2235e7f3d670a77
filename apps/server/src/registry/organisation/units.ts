import { ROOT_PATH, type Text, type UnitKind } from '@forest/domain';
import type { Db } from '../../platform/database/index.ts';

export interface UnitRow {
  id: string;
  district: string | null;
  parentId: string | null;
  kind: UnitKind;
  name: Text;
  path: string;
}

export type Units = ReadonlyMap<string, UnitRow>;

/** The whole tree; a few hundred rows. */
export async function readUnits(db: Db): Promise<Units> {
  const rows = await db
    .selectFrom('organisation_unit')
    .select(['id', 'district', 'parent_id as parentId', 'kind', 'name', 'path'])
    .orderBy('position')
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Paths of the units and of all above them, without the root, each once. */
export function pathsUpwards(units: Units, ids: readonly (string | null | undefined)[]): string[] {
  const paths = new Set<string>();
  for (const id of ids) {
    for (let path = id ? units.get(id)?.path : undefined; path && path !== ROOT_PATH; path = parentPath(path))
      paths.add(path);
  }
  return [...paths].sort();
}

function parentPath(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
}
