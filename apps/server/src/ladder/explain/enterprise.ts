import { authorise } from '../../platform/authorise.ts';
import { notFound } from '../../platform/fault.ts';
import type { UseCase } from '../use-case.ts';

/**
 * The enterprise whose verdicts are asked for.
 * @throws Fault `not_found` alike for one that does not exist and one that the viewer may not see; `signed_out`.
 */
export async function requireEnterprise(id: number, { db, user }: UseCase): Promise<{ district: string }> {
  const row = await db
    .selectFrom('enterprise')
    .select(['district', 'unit_paths'])
    .where('id', '=', id)
    .where('state', '<>', 'merged')
    .executeTakeFirst();
  if (!row) throw notFound({ zh: '这家企业', en: 'enterprise' });
  authorise(user, 'verdict.read', { district: row.district, unitPaths: row.unit_paths, enterpriseId: id });
  return { district: row.district };
}
