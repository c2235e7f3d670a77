import type { Verdict } from '@forest/domain';
import type { ClientBase } from 'pg';
import type { StoredRow } from './diff.ts';

interface Line {
  enterprise_id: number;
  rule: string;
  version: string;
  verdict: Verdict;
  met_mask: number;
  not_mask: number;
  score_min: number | null;
  score_max: number | null;
  short: number;
  unsure: number;
  effort: number | null;
  since: string;
}

/** Current verdicts by enterprise and rule. */
export type Stored = Map<number, Map<string, StoredRow>>;

/** By enterprise: the state of its facts when last judged, and the fingerprint of its current verdicts. */
export type Marks = Map<number, { factsAt: string; fingerprint: bigint }>;

/**
 * Current verdicts of some enterprises, by enterprise and rule.
 * @param rules only these; null = all, also those whose rule is gone.
 */
export async function storedVerdicts(
  client: ClientBase,
  enterprises: readonly number[],
  rules: readonly string[] | null,
): Promise<Stored> {
  const found: Stored = new Map();
  if (enterprises.length === 0) return found;
  const { rows } = await client.query<Line>(
    `select enterprise_id, rule, version, verdict, met_mask, not_mask, score_min, score_max, short, unsure, effort, since
     from verdict
     where enterprise_id = any($1::bigint[]) and until is null and ($2::text[] is null or rule = any($2))`,
    [enterprises, rules],
  );
  for (const line of rows) {
    const mine = found.get(line.enterprise_id) ?? new Map<string, StoredRow>();
    found.set(line.enterprise_id, mine);
    mine.set(line.rule, {
      enterpriseId: line.enterprise_id,
      rule: line.rule,
      version: line.version,
      verdict: line.verdict,
      met: line.met_mask,
      not: line.not_mask,
      scoreMin: line.score_min ?? Number.NaN,
      scoreMax: line.score_max ?? Number.NaN,
      short: line.short,
      unsure: line.unsure,
      effort: line.effort === null ? Number.NaN : Math.fround(line.effort),
      since: line.since,
    });
  }
  return found;
}

/** What is known of each enterprise from the last time that it was judged. */
export async function judgedMarks(client: ClientBase, enterprises: readonly number[]): Promise<Marks> {
  const { rows } = await client.query<{ enterprise_id: number; facts_at: string; fingerprint: string }>(
    `select enterprise_id, facts_at::text as facts_at, fingerprint::text as fingerprint
     from judged where enterprise_id = any($1::bigint[])`,
    [enterprises],
  );
  return new Map(
    rows.map((row) => [row.enterprise_id, { factsAt: row.facts_at, fingerprint: BigInt(row.fingerprint) }]),
  );
}
