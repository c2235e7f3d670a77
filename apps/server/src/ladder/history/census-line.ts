import type { Db } from '../../platform/database/index.ts';
import type { JudgedRules } from '../tables.ts';

/** What is needed of each census of a district to say why a verdict changed in it. */
export interface CensusLine {
  id: number;
  asOf: string;
  rules: JudgedRules;
  /** Statements up to this id were there when it began. */
  statementMark: number;
}

/** Censuses of the districts that went through or were broken off half-way, oldest first. */
export async function censusLines(db: Db, districts: readonly string[]): Promise<Map<string, CensusLine[]>> {
  const rows = await db
    .selectFrom('census')
    .select(['id', 'district', 'as_of', 'rules', 'statement_mark'])
    .where('district', 'in', districts.length > 0 ? [...districts] : [''])
    .where((e) => e.or([e('state', '=', 'done'), e('changed', '>', 0)]))
    .orderBy('id')
    .execute();
  const found = new Map<string, CensusLine[]>();
  for (const row of rows) {
    const line = { id: row.id, asOf: row.as_of, rules: row.rules, statementMark: row.statement_mark };
    found.set(row.district, [...(found.get(row.district) ?? []), line]);
  }
  return found;
}

/** The census in which a row began, the one before it and the one after. */
export function around(
  lines: readonly CensusLine[],
  id: number,
): { before: CensusLine | undefined; at: CensusLine | undefined; after: CensusLine | undefined } {
  const index = lines.findIndex((line) => line.id === id);
  return index < 0
    ? { before: undefined, at: undefined, after: undefined }
    : { before: lines[index - 1], at: lines[index], after: lines[index + 1] };
}
