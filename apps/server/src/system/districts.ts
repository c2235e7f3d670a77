import { type Action, type Actor, may } from '@forest/domain';
import type { Db } from '../platform/database/index.ts';

/** Districts that the actor reaches with an action, and whether what belongs to no district is reached too. */
export interface DistrictsReached {
  ids: string[];
  beyond: boolean;
}

export async function districtsReached(db: Db, actor: Actor, action: Action): Promise<DistrictsReached> {
  const districts = await db
    .selectFrom('organisation_unit')
    .select(['id', 'path'])
    .where('kind', '=', 'district')
    .orderBy('position')
    .execute();
  return {
    ids: districts
      .filter(({ id, path }) => may(actor, action, { district: id, unitPaths: [path] }))
      .map(({ id }) => id),
    beyond: may(actor, action, { district: null, unitPaths: [] }),
  };
}
