import { flattenUnits, type UnitSource } from '@forest/domain';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';

/**
 * Brings the table up to what content says. A unit that content no longer names stays, because enterprises may still
 * belong to it; a unit that moved takes its enterprises along.
 * @returns units written.
 */
export async function seedOrganisation(tx: Tx, roots: readonly UnitSource[]): Promise<number> {
  const units = flattenUnits(roots);
  const before = new Map(
    (await tx.selectFrom('organisation_unit').select(['id', 'path']).execute()).map((row) => [row.id, row.path]),
  );
  for (const [position, unit] of units.entries()) {
    const values = {
      district: unit.district,
      parent_id: unit.parentId,
      kind: unit.kind,
      name: JSON.stringify(unit.name),
      path: unit.path,
      position,
    };
    await tx
      .insertInto('organisation_unit')
      .values({ id: unit.id, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  }
  const moved = units.filter((unit) => before.has(unit.id) && before.get(unit.id) !== unit.path);
  if (moved.length > 0) await replaceEnterprises(tx);
  return units.length;
}

/** Writes the paths of all enterprises anew. */
async function replaceEnterprises(tx: Tx): Promise<void> {
  await sql`
    update enterprise set unit_paths = placed.paths
    from (
      select e.id, array_agg(distinct above.path order by above.path) as paths
      from enterprise e
      join organisation_unit own on own.id in (e.district, e.subdistrict_id, e.park_id, e.carrier_id)
      join organisation_unit above on starts_with(own.path, above.path)
      group by e.id
    ) placed
    where enterprise.id = placed.id and enterprise.unit_paths is distinct from placed.paths`.execute(tx);
}
