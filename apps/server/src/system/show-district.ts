import type { Outputs } from '@forest/api';
import { notFound } from '../platform/fault.ts';
import type { UseCase } from './use-case.ts';

/** The viewer's district, or the one this installation shows first; open to everybody. */
export async function showDistrict({ db, clock, user, settings }: UseCase): Promise<Outputs['system']['district']> {
  const id = user.grants.find((grant) => grant.district !== null)?.district ?? settings.district;
  const unit = await db
    .selectFrom('organisation_unit')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('kind', '=', 'district')
    .executeTakeFirst();
  if (!unit) throw notFound({ zh: `区 ${id}`, en: `district ${id}` });
  const demo = await db
    .selectFrom('enterprise')
    .select('id')
    .where('district', '=', id)
    .where('demo', '=', true)
    .limit(1)
    .executeTakeFirst();
  const census = await db
    .selectFrom('census')
    .select('as_of')
    .where('district', '=', id)
    .where('state', '=', 'done')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { ...unit, demo: demo !== undefined, lastCensus: census?.as_of ?? null, serverTime: clock.now() };
}
