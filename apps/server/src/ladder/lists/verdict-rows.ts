import type { Outputs } from '@forest/api';
import type { Text, Verdict } from '@forest/domain';
import { sql } from 'kysely';
import type { Content } from '../../platform/content/index.ts';
import type { Db } from '../../platform/database/index.ts';
import { sentencesOf } from '../explain/sentences.ts';
import { held } from './verdict-where.ts';
import { unitName } from './visible.ts';

export type LadderRow = Outputs['ladder']['list']['rows'][number];

interface Line {
  enterprise_id: number;
  name: string;
  credit_code: string | null;
  unit: Text | null;
  version: string;
  verdict: Verdict;
  not_mask: number;
  short: number;
  effort: number | null;
  since: string;
  held: boolean;
}

/** Rows of a list for these enterprises and one rule, in their order, with what is missing in words. */
export async function verdictRows(
  db: Db,
  ids: readonly number[],
  { rule, content, today }: { rule: string; content: Content; today: string },
): Promise<LadderRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Line>`
    select v.enterprise_id, e.name, e.credit_code, ${unitName} as unit, v.version, v.verdict, v.not_mask, v.short,
      v.effort, v.since, ${held(rule, content, today)} as held
    from unnest(${ids}::bigint[]) with ordinality as wanted (id, place)
    join enterprise e on e.id = wanted.id
    join verdict v on v.enterprise_id = e.id and v.rule = ${rule} and v.until is null
    order by wanted.place`.execute(db);
  const raw = content.library.rules.get(rule)?.rule;
  const sentences = await sentencesOf(db, content, rule, today, rows);
  return rows.map((row) => {
    const criteria = raw?.versions.find((version) => version.id === row.version)?.criteria ?? [];
    return {
      enterpriseId: row.enterprise_id,
      name: row.name,
      creditCode: row.credit_code,
      unit: row.unit,
      rule,
      ruleName: raw?.name ?? { zh: rule, en: rule },
      verdict: row.verdict,
      short: row.short,
      unmet: criteria.filter((_, index) => (row.not_mask >>> index) & 1).map(({ id, title }) => ({ id, title })),
      effort: row.effort,
      sentence: sentences.get(row.enterprise_id) ?? null,
      since: row.since,
      held: row.held,
    };
  });
}
