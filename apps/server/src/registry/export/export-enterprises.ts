import { sql } from 'kysely';
import { appendAudit } from '../../platform/audit/index.ts';
import { authoriseAnywhere } from '../../platform/authorise.ts';
import type { Db } from '../../platform/database/index.ts';
import { workbookStream } from '../../platform/workbook/index.ts';
import { type EnterpriseFilter, enterpriseWhere } from '../list/filter.ts';
import { type EnterpriseRow, type RowWorld, readRows } from '../list/row.ts';
import { figuresYearOf, todayOf } from '../today.ts';
import type { UseCase } from '../use-case.ts';
import { enterpriseSheet } from './enterprise-sheet.ts';

const BLOCK = 2_000;

export interface ExportedFile {
  name: string;
  stream: ReadableStream<Uint8Array>;
}

/**
 * The list as XLSX: the same condition as the page's, of those that the viewer may take away. That somebody took them is
 * written down before the first byte leaves.
 */
export async function exportEnterprises(filter: EnterpriseFilter, given: UseCase): Promise<ExportedFile> {
  const { db, clock, user, vocabulary } = given;
  authoriseAnywhere(user, 'enterprise.export');
  const today = todayOf(clock);
  const world = { today, figuresYear: figuresYearOf(clock), industries: vocabulary.industries };
  const where = await enterpriseWhere(db, filter, {
    actor: user,
    actions: ['enterprise.read', 'enterprise.export'],
    today,
    industries: vocabulary.industries,
  });
  const { rows } = await sql<{ id: number; demo: boolean; district: string }>`
    select e.id, e.demo, e.district from enterprise e where ${where}
    order by e.name collate "zh-x-icu", e.id`.execute(db);
  const demo = rows.length > 0 && rows.every((row) => row.demo);
  const districts = [...new Set(rows.map((row) => row.district))];
  await db.transaction().execute((tx) =>
    appendAudit(
      tx,
      { user, clock },
      {
        action: 'enterprise.export',
        subject: { kind: 'list', id: 'enterprises.xlsx' },
        district: districts.length === 1 ? districts[0]! : null,
        detail: { filter, rows: rows.length },
      },
    ),
  );
  const ids = rows.map((row) => row.id);
  const stream = await workbookStream(rowsInBlocks(db, ids, world), enterpriseSheet(world.figuresYear, demo));
  return { name: `企业名单${demo ? '（演示数据）' : ''}-${today}.xlsx`, stream };
}

async function* rowsInBlocks(db: Db, ids: readonly number[], world: RowWorld): AsyncGenerator<EnterpriseRow> {
  for (let from = 0; from < ids.length; from += BLOCK) yield* await readRows(db, ids.slice(from, from + BLOCK), world);
}
