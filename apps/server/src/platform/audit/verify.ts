import { createHash } from 'node:crypto';
import type { Text } from '@forest/domain';
import { sql } from 'kysely';
import type { Db } from '../database/index.ts';

export interface AuditProblem {
  chain: string;
  seq: number;
  message: Text;
}

export interface AuditHead {
  chain: string;
  seq: number;
  hash: string;
}

export interface AuditReport {
  ok: boolean;
  events: number;
  heads: AuditHead[];
  problems: AuditProblem[];
}

const PAGE = 5000;
const MOST_PROBLEMS = 100;

interface Link {
  id: number;
  chain: string;
  seq: number | null;
  prev_hash: string | null;
  hash: string | null;
  body: string;
}

/**
 * Recomputes every chain outside the database and reports each edit, removal, gap and foreign row.
 * @param anchors heads written down earlier, elsewhere (an export ends with them): they prove that nothing at the end
 * was cut off or rewritten together with the chain's head.
 */
export async function verifyAudit(db: Db, anchors: readonly AuditHead[] = []): Promise<AuditReport> {
  const problems: AuditProblem[] = [];
  const report = (chain: string, seq: number, zh: string, en: string) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ chain, seq, message: { zh, en } });
  };
  const stored = await db.selectFrom('audit_chain').select(['chain', 'seq', 'hash']).orderBy('chain').execute();
  const chains = await db.selectFrom('audit_event').select('chain').distinct().execute();
  const names = new Set([...stored, ...anchors, ...chains].map(({ chain }) => chain));
  const heads: AuditHead[] = [];
  let events = 0;
  for (const chain of [...names].sort()) {
    const ownAnchors = new Map(anchors.filter((anchor) => anchor.chain === chain).map(({ seq, hash }) => [seq, hash]));
    let seq = 0;
    let hash = '';
    for await (const link of links(db, chain)) {
      events += 1;
      if (link.seq === null) {
        report(chain, seq, `第 ${seq} 条之后有未封存的记录。`, `There is an unsealed record after number ${seq}.`);
        continue;
      }
      if (link.seq !== seq + 1)
        report(
          chain,
          seq + 1,
          `第 ${seq + 1} 至 ${link.seq - 1} 条缺失。`,
          `Numbers ${seq + 1} to ${link.seq - 1} are missing.`,
        );
      else if (link.prev_hash !== hash)
        report(
          chain,
          link.seq,
          `第 ${link.seq} 条与前一条不衔接。`,
          `Number ${link.seq} does not follow from the one before.`,
        );
      if (link.hash !== createHash('sha256').update(`${link.prev_hash}\n${link.body}`).digest('hex'))
        report(chain, link.seq, `第 ${link.seq} 条内容被修改过。`, `Number ${link.seq} was changed.`);
      const anchored = ownAnchors.get(link.seq);
      if (anchored !== undefined && anchored !== link.hash)
        report(
          chain,
          link.seq,
          `第 ${link.seq} 条与留存的校验值不符。`,
          `Number ${link.seq} differs from the value kept elsewhere.`,
        );
      ownAnchors.delete(link.seq);
      seq = link.seq;
      hash = link.hash ?? '';
    }
    const head = stored.find((one) => one.chain === chain);
    if ((head?.seq ?? 0) !== seq || (head?.hash ?? '') !== hash)
      report(chain, seq + 1, `第 ${seq} 条之后的记录被删除。`, `Records after number ${seq} were removed.`);
    for (const missing of ownAnchors.keys())
      report(chain, missing, `留存过的第 ${missing} 条不存在。`, `Number ${missing}, kept elsewhere, does not exist.`);
    heads.push({ chain, seq, hash });
  }
  return { ok: problems.length === 0, events, heads, problems };
}

/** The text that was hashed is built from the columns here, not by the function that sealed them. */
async function* links(db: Db, chain: string): AsyncGenerator<Link> {
  for (let page = await linksAfter(db, chain, null); ; page = await linksAfter(db, chain, page.at(-1)!)) {
    yield* page;
    if (page.length < PAGE) return;
  }
}

/** Unsealed rows come last. */
async function linksAfter(db: Db, chain: string, last: Link | null): Promise<Link[]> {
  const order = sql`coalesce(seq, 9223372036854775807)`;
  const beyond = last
    ? sql`and (${order}, id) > (coalesce(${last.seq}::bigint, 9223372036854775807), ${last.id})`
    : sql``;
  const { rows } = await sql<Link>`
    select id, chain, seq, prev_hash, hash, jsonb_build_array(chain, seq,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      actor, role, action, subject_kind, subject_id, detail)::text as body
    from audit_event where chain = ${chain} ${beyond} order by ${order}, id limit ${PAGE}`.execute(db);
  return rows;
}
