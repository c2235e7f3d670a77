import { type Actor, dayOf, isoOf, scopeCondition } from '@forest/domain';
import { sql } from 'kysely';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/index.ts';
import { enterpriseColumns, scopeWhere } from '../../platform/scope-where.ts';
import { totalOf } from '../list/totals.ts';
import { todayOf } from '../today.ts';

const EXPIRY_DAYS = 90;

export interface WorkbenchCounts {
  enterprises: number;
  reviews: number;
  conflicts: number;
  duplicates: number;
  /** Certificates whose last day lies in the window, both ends included. */
  expiring: number;
  expiryWindow: { from: string; to: string };
}

/** What the viewer may see and has to do with; each equals the total of the list that it opens. */
export async function workbenchCounts(db: Db, user: Actor, clock: Clock): Promise<WorkbenchCounts> {
  const condition = scopeCondition(user, 'enterprise.read');
  const seen = (alias: string) =>
    sql`${scopeWhere(condition, enterpriseColumns(alias))} and ${sql.ref(`${alias}.state`)} <> 'merged'`;
  const from = todayOf(clock);
  const to = isoOf(dayOf(from) + EXPIRY_DAYS);
  const enterprises = await totalOf(db, sql`${seen('e')}`);
  const { rows } = await sql<Omit<WorkbenchCounts, 'enterprises' | 'expiryWindow'>>`
    select
      (select count(*) from review_item r join enterprise e on e.id = r.enterprise_id
        where r.state = 'open' and ${seen('e')}) as reviews,
      (select count(*) from conflict c join enterprise e on e.id = c.enterprise_id
        where c.state = 'open' and ${seen('e')}) as conflicts,
      (select count(*) from duplicate_pair d
        join enterprise l on l.id = d.left_id join enterprise r on r.id = d.right_id
        where d.state = 'open' and ${seen('l')} and ${seen('r')}) as duplicates,
      (select count(*) from qualification q join enterprise e on e.id = q.enterprise_id
        where q.expires_on between ${from}::date and ${to}::date and q.revoked_on is null
          and e.state = 'active' and ${seen('e')}) as expiring`.execute(db);
  return { enterprises, ...rows[0]!, expiryWindow: { from, to } };
}
