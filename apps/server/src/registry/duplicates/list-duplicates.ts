import type { Inputs, Outputs } from '@forest/api';
import { scopeCondition, type Text } from '@forest/domain';
import { sql } from 'kysely';
import { authoriseAnywhere } from '../../platform/authorise.ts';
import { enterpriseColumns, scopeWhere } from '../../platform/scope-where.ts';
import { readRows } from '../list/row.ts';
import { figuresYearOf, todayOf } from '../today.ts';
import type { UseCase } from '../use-case.ts';

type Page = Outputs['registry']['duplicates']['list'];

/** Open pairs of which the viewer may see both, the likeliest first. */
export async function listDuplicates(
  { page, pageSize }: Inputs['registry']['duplicates']['list'],
  { db, clock, user, vocabulary }: UseCase,
): Promise<Page> {
  authoriseAnywhere(user, 'enterprise.read');
  const scope = scopeCondition(user, 'enterprise.read');
  const from = sql`
    from duplicate_pair d join enterprise l on l.id = d.left_id join enterprise r on r.id = d.right_id
    where d.state = 'open' and l.state <> 'merged' and r.state <> 'merged'
      and ${scopeWhere(scope, enterpriseColumns('l'))} and ${scopeWhere(scope, enterpriseColumns('r'))}`;
  const found = await sql<{ left_id: number; right_id: number; score: number; reasons: Text[] }>`
    select d.left_id, d.right_id, d.score, d.reasons ${from}
    order by d.score desc, d.left_id, d.right_id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*) as total ${from}`.execute(db);
  const ids = [...new Set(found.rows.flatMap((pair) => [pair.left_id, pair.right_id]))];
  const world = { today: todayOf(clock), figuresYear: figuresYearOf(clock), industries: vocabulary.industries };
  const rows = new Map((await readRows(db, ids, world)).map((row) => [row.id, row]));
  return {
    rows: found.rows.map(({ left_id, right_id, score, reasons }) => ({
      left: rows.get(left_id)!,
      right: rows.get(right_id)!,
      reasons,
      score,
    })),
    total: counted.rows[0]!.total,
  };
}
