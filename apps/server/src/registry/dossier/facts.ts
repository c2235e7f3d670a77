import type { Outputs } from '@forest/api';
import type { Text } from '@forest/domain';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/index.ts';
import { STANDING } from '../facts/statement.ts';
import type { StoredFacts } from '../tables.ts';
import { factName, type Vocabulary } from '../vocabulary/vocabulary.ts';

export type Provenance = Outputs['registry']['facts']['history'][number];
export type DossierFact = Outputs['registry']['enterprises']['get']['facts'][number];

export interface SaidBySource {
  id: number;
  year: number;
  source: string;
  sourceName: Text;
  precedence: number;
  statedAt: Date;
  by: string | null;
  importId: number | null;
  rowNo: number | null;
  reason: string | null;
  facts: StoredFacts;
}

/** Everything that was ever said about an enterprise, most believed first, as `resolve` believes it. */
export async function readStatements(db: Db, enterpriseId: number, year?: number): Promise<SaidBySource[]> {
  const { rows } = await sql<SaidBySource>`
    select s.id, s.year, s.source, source.name as "sourceName", source.precedence, s.stated_at as "statedAt",
      s.by_user as "by", s.import_id as "importId", s.row_no as "rowNo", s.reason, s.facts
    from statement s join source on source.id = s.source
    where s.enterprise_id = ${enterpriseId} ${year === undefined ? sql`` : sql`and s.year = ${year}`}
    order by source.precedence desc, s.stated_at desc, s.id desc`.execute(db);
  return rows;
}

export function provenanceOf(said: SaidBySource, fact: string): Provenance {
  const { id, source, sourceName, statedAt, by, importId, rowNo, reason } = said;
  return { statementId: id, value: said.facts[fact]!, source, sourceName, statedAt, by, importId, rowNo, reason };
}

/** Facts as held true, each with the statement it comes from, in the dictionary's order and the latest year first. */
export function dossierFacts(
  statements: readonly SaidBySource[],
  conflicts: ReadonlySet<string>,
  vocabulary: Pick<Vocabulary, 'facts'>,
): DossierFact[] {
  const believed = new Map<string, { fact: string; said: SaidBySource; count: number }>();
  for (const said of statements)
    for (const fact of Object.keys(said.facts)) {
      const key = `${said.year}/${fact}`;
      const known = believed.get(key);
      if (known) known.count += 1;
      else believed.set(key, { fact, said, count: 1 });
    }
  const place = new Map([...vocabulary.facts.keys()].map((id, index) => [id, index]));
  return [...believed.entries()]
    .sort(
      ([, a], [, b]) =>
        (place.get(a.fact) ?? place.size) - (place.get(b.fact) ?? place.size) || b.said.year - a.said.year,
    )
    .map(([key, { fact, said, count }]) => ({
      fact,
      name: factName(vocabulary, fact),
      unit: vocabulary.facts.get(fact)?.unit ?? '',
      period: said.year === STANDING ? 'standing' : 'annual',
      year: said.year === STANDING ? null : said.year,
      value: said.facts[fact]!,
      source: said.source,
      sourceName: said.sourceName,
      statedAt: said.statedAt,
      statements: count,
      conflicting: conflicts.has(key),
    }));
}
