import type { Outputs } from '@forest/api';
import { isIdentity, type Targets } from '@forest/intake';
import type { Selectable } from 'kysely';
import type { Db } from '../../platform/database/index.ts';
import type { RegistryTables } from '../tables.ts';

type ImportRow = Selectable<RegistryTables['import']>;
export type ImportView = Outputs['registry']['imports']['get'];

/** More are in the file of problems, which has all. */
const problemsShown = 200;

export async function importView(db: Db, row: ImportRow, targets: Targets): Promise<ImportView> {
  const problems = await db
    .selectFrom('import_row_problem')
    .select(['row_no as rowNo', 'column_name as column', 'value', 'code', 'severity', 'message'])
    .where('import_id', '=', row.id)
    .orderBy('row_no')
    .orderBy('id')
    .limit(problemsShown)
    .execute();
  return {
    ...summaryOf(row),
    mapping: row.mapping.map((column) => ({ ...column, targetName: targets.get(column.target ?? '')?.name ?? null })),
    preview: row.preview,
    problems,
  };
}

export function summaryOf(row: ImportRow): Omit<ImportView, 'mapping' | 'preview' | 'problems'> {
  const { missing = [] } = row.resume as { missing?: string[] };
  return {
    id: row.id,
    fileName: row.file_name,
    state: row.state,
    format: row.format,
    source: row.source,
    missing,
    counts: row.counts,
    progress: row.progress,
    message: row.message,
    startedAt: row.started_at,
  };
}

/** What a column can be mapped to, in groups for a menu. */
export function targetList(targets: Targets): Outputs['registry']['imports']['targets'] {
  return [...targets.values()].map(({ id, name, unit, annual }) => ({
    ...{ id, name, unit, annual },
    group: isIdentity(id)
      ? { zh: '企业身份', en: 'Identity' }
      : annual
        ? { zh: '年度数据', en: 'Yearly figures' }
        : { zh: '基本情况', en: 'Standing facts' },
  }));
}
