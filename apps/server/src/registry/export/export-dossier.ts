import { appendAudit } from '../../platform/audit/index.ts';
import { authorise } from '../../platform/authorise.ts';
import { dossierDocument } from '../dossier/document/dossier-document.ts';
import { type VerdictSummary, verdictSummary } from '../dossier/document/verdict-summary.ts';
import { getDossier } from '../dossier/get-dossier.ts';
import { getVisible, subjectOf } from '../enterprise/access.ts';
import { todayOf } from '../today.ts';
import type { UseCase } from '../use-case.ts';

/** One dossier as DOCX; written down, like every export. */
export async function exportDossier(
  id: number,
  given: UseCase,
  summary: VerdictSummary = verdictSummary,
): Promise<{ name: string; bytes: Buffer }> {
  const { db, clock, user } = given;
  const enterprise = await getVisible(db, user, id);
  authorise(user, 'enterprise.export', subjectOf(enterprise));
  const dossier = await getDossier({ id }, given);
  const verdicts = enterprise.state === 'merged' ? [] : await summary(id, given);
  const today = todayOf(clock);
  const bytes = await dossierDocument({ dossier, verdicts, today });
  await db.transaction().execute((tx) =>
    appendAudit(
      tx,
      { user, clock },
      {
        action: 'enterprise.export',
        subject: { kind: 'enterprise', id },
        district: enterprise.district,
        detail: { file: 'dossier.docx' },
      },
    ),
  );
  return { name: `${enterprise.name}-企业档案${enterprise.demo ? '（演示数据）' : ''}-${today}.docx`, bytes };
}
