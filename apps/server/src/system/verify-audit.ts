import type { Outputs } from '@forest/api';
import { verifyAudit } from '../platform/audit/index.ts';
import { authoriseAnywhere } from '../platform/authorise.ts';
import { districtsReached } from './districts.ts';
import type { UseCase } from './use-case.ts';

/** Recomputes every chain; problems are told of those that the viewer audits, soundness of all. */
export async function verifyTrail({ db, user }: UseCase): Promise<Outputs['system']['audit']['verify']> {
  authoriseAnywhere(user, 'audit.read');
  const { ids, beyond } = await districtsReached(db, user, 'audit.read');
  const own = new Set(beyond ? [...ids, ''] : ids);
  const report = await verifyAudit(db);
  const heads = report.heads.filter(({ chain }) => own.has(chain));
  return {
    ok: report.ok,
    events: heads.reduce((sum, { seq }) => sum + seq, 0),
    head: heads.map(({ chain, seq, hash }) => `${chain || '*'} ${seq} ${hash}`).join('\n') || null,
    problems: report.problems.filter(({ chain }) => own.has(chain)).map(({ seq, message }) => ({ seq, message })),
  };
}
