import type { Inputs, Outputs } from '@forest/api';
import { may, scopeCondition } from '@forest/domain';
import { sql } from 'kysely';
import { authoriseAnywhere } from '../../platform/authorise.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { Fault, notFound } from '../../platform/fault.ts';
import { scopeWhere } from '../../platform/scope-where.ts';
import type { Viewer } from '../../platform/viewer.ts';
import { type ImportCase, importNoun } from './deps.ts';
import { type ImportView, importView, summaryOf, targetList } from './import-view.ts';

/** The import, if this person may see it; the same answer for what is not there and what is not theirs. */
export async function getImportRow(db: Db | Tx, id: number, user: Viewer, lock = false) {
  const query = db.selectFrom('import').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  const subject = row && { district: row.district, unitPaths: [`/${row.district}/`] };
  if (!row || !subject || !may(user, 'enterprise.import', subject)) throw notFound(importNoun);
  return row;
}

export async function getImport(input: { id: number }, { db, user, words }: ImportCase): Promise<ImportView> {
  return importView(db, await getImportRow(db, input.id, user), words.targets);
}

type Page = Outputs['registry']['imports']['list'];

export async function listImports(input: Inputs['registry']['imports']['list'], ctx: ImportCase): Promise<Page> {
  const { db, user } = ctx;
  authoriseAnywhere(user, 'enterprise.import');
  const { page = 1, pageSize = 50 } = input;
  const columns = {
    district: sql.ref('import.district'),
    unitPaths: [sql`'/' || ${sql.ref('import.district')} || '/'`],
  };
  const mine = db.selectFrom('import').where(scopeWhere(scopeCondition(user, 'enterprise.import'), columns));
  const [rows, { total }] = await Promise.all([
    mine
      .selectAll()
      .orderBy('id', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    mine.select((is) => is.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ]);
  return { rows: rows.map(summaryOf), total: Number(total) };
}

export function listTargets({ user, words }: ImportCase): Outputs['registry']['imports']['targets'] {
  authoriseAnywhere(user, 'enterprise.import');
  return targetList(words.targets);
}

/** Sources that people state in a file: not what officers correct or settle by hand, nor what is made up. */
const notFromFiles = ['correction', 'settlement', 'demo'];

export function listSources(db: Db): Promise<Outputs['registry']['imports']['sources']> {
  return db
    .selectFrom('source')
    .select(['id', 'name'])
    .where('id', 'not in', notFromFiles)
    .orderBy('precedence', 'desc')
    .execute();
}

/** @throws Fault `invalid` when there is no such source. */
export async function checkSource(db: Db, source: string): Promise<void> {
  if (await db.selectFrom('source').select('id').where('id', '=', source).executeTakeFirst()) return;
  throw new Fault(
    'invalid',
    { zh: `没有名为“${source}”的数据来源。`, en: `There is no source called "${source}".` },
    { zh: '请从列表中选择来源。', en: 'Choose a source from the list.' },
  );
}
