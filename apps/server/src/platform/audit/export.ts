import type { Db } from '../database/index.ts';
import type { AuditHead } from './verify.ts';

const PAGE = 2000;

/**
 * The trail as lines of JSON, oldest first, for keeping elsewhere; the last line holds the heads of the chains, which
 * `verifyAudit` takes as anchors.
 * @param chains null = all.
 */
export async function* exportAudit(db: Db, chains: readonly string[] | null): AsyncGenerator<string> {
  const heads = new Map<string, AuditHead>();
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('audit_event')
      .selectAll()
      .where('id', '>', after)
      .$if(chains !== null, (query) => query.where('chain', 'in', chains?.length ? [...chains] : ['?']))
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      const { chain, seq, hash } = row;
      if ((heads.get(chain)?.seq ?? 0) < seq) heads.set(chain, { chain, seq, hash });
      yield `${JSON.stringify(row)}\n`;
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
  }
  yield `${JSON.stringify({ heads: [...heads.values()] })}\n`;
}
