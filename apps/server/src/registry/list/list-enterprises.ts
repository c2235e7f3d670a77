import type { Inputs, Outputs } from '@forest/api';
import { authoriseAnywhere } from '../../platform/authorise.ts';
import { figuresYearOf, todayOf } from '../today.ts';
import type { UseCase } from '../use-case.ts';
import { enterpriseWhere } from './filter.ts';
import { pageOfIds } from './order.ts';
import { readRows } from './row.ts';
import { totalOf } from './totals.ts';

type List = Inputs['registry']['enterprises']['list'];
type Page = Outputs['registry']['enterprises']['list'];

/** One page of the enterprises that the viewer may see, and how many of them there are. */
export async function listEnterprises(input: List, { db, clock, user, vocabulary }: UseCase): Promise<Page> {
  authoriseAnywhere(user, 'enterprise.read');
  const today = todayOf(clock);
  const { industries } = vocabulary;
  const where = await enterpriseWhere(db, input, { actor: user, actions: ['enterprise.read'], today, industries });
  const [ids, total] = await Promise.all([pageOfIds(where, input).execute(db), totalOf(db, where)]);
  const rows = await readRows(
    db,
    ids.rows.map((row) => row.id),
    { today, figuresYear: figuresYearOf(clock), industries },
  );
  return { rows, total };
}
