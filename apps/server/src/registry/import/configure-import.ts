import type { Inputs } from '@forest/api';
import type { Text } from '@forest/domain';
import { type MappingFault, mappingFaults, missingReader } from '@forest/intake';
import { appendAudit } from '../../platform/audit/index.ts';
import { conflict, Fault } from '../../platform/fault.ts';
import { fileStore, type ImportCase, refusing } from './deps.ts';
import { checkSource, getImportRow } from './find-import.ts';
import { type ImportView, importView } from './import-view.ts';
import { inspect } from './inspect.ts';
import { openLedger } from './readers/open-ledger.ts';

/** Says what the columns of an uploaded file mean; answers with the preview as it would then be read. */
export async function configureImport(
  input: Inputs['registry']['imports']['configure'],
  ctx: ImportCase,
): Promise<ImportView> {
  const { db, user, clock, words, settings } = ctx;
  const before = await getImportRow(db, input.id, user);
  await checkSource(db, input.source);
  const missing = input.missing ?? [];
  const ledger = await refusing(() => openLedger(fileStore(settings.dataDir).fileOf(before.file_key)));
  const seen = await refusing(() => inspect(ledger, words, missingReader(missing), clock, input));
  const [fault] = mappingFaults(seen.columns, words.targets);
  if (fault) throw new Fault('invalid', faultTexts[fault.kind]);
  return db.transaction().execute(async (tx) => {
    const row = await getImportRow(tx, input.id, user, true);
    if (row.state !== 'previewed')
      throw conflict({
        zh: '导入已经开始，不能再修改列的含义。',
        en: 'The import has begun; its columns are settled.',
      });
    const updated = await tx
      .updateTable('import')
      .set({ ...seen.stored, source: input.source, resume: JSON.stringify({ missing }) })
      .where('id', '=', row.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await seen.saveProblems(tx, row.id, row.district);
    const detail = { source: input.source, missing, columns: input.columns };
    const subject = { kind: 'import', id: row.id };
    await appendAudit(tx, { user, clock }, { action: 'import.configure', subject, district: row.district, detail });
    return importView(tx, updated, words.targets);
  });
}

export const faultTexts: Record<MappingFault, Text> = {
  unknownTarget: { zh: '有一列对应的数据项不存在，请重新选择。', en: 'A column is mapped to something unknown.' },
  twice: {
    zh: '有两列对应同一数据项和年份，请只保留一列或修改年份。',
    en: 'Two columns mean the same fact and year; keep one or change the year.',
  },
  unknownUnit: {
    zh: '有一列的金额单位无法识别，请选择 元、千元、万元或亿元。',
    en: 'A column has an unknown unit of money.',
  },
  noIdentity: {
    zh: '没有“企业名称”或“统一社会信用代码”列，无法确定是哪家企业。请指定一列。',
    en: 'Neither name nor credit code is mapped, so nobody knows whose rows these are. Map one.',
  },
};
