import type { Inputs, Outputs } from '@forest/api';
import { scopeCondition } from '@forest/domain';
import { sql } from 'kysely';
import { authoriseAnywhere } from '../../platform/authorise.ts';
import { enterpriseColumns, scopeWhere } from '../../platform/scope-where.ts';
import { provenanceOf, readStatements } from '../dossier/facts.ts';
import type { UseCase } from '../use-case.ts';
import { factName } from '../vocabulary/vocabulary.ts';
import { DECIDING_SOURCES, STANDING } from './statement.ts';

type Page = Outputs['registry']['conflicts']['list'];

/** Open conflicts of the enterprises that the viewer may see, the oldest first, with what each source says. */
export async function listConflicts(
  { enterpriseId, page, pageSize }: Inputs['registry']['conflicts']['list'],
  { db, user, vocabulary }: UseCase,
): Promise<Page> {
  authoriseAnywhere(user, 'enterprise.read');
  const where = sql`${scopeWhere(scopeCondition(user, 'enterprise.read'), enterpriseColumns('e'))}
    and c.state = 'open' and e.state <> 'merged'
    ${enterpriseId === undefined ? sql`` : sql`and c.enterprise_id = ${enterpriseId}`}`;
  const found = await sql<{ id: number; enterprise_id: number; name: string; year: number; fact: string }>`
    select c.id, c.enterprise_id, e.name, c.year, c.fact
    from conflict c join enterprise e on e.id = c.enterprise_id
    where ${where} order by c.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
  const counted = await sql<{ total: number }>`
    select count(*) as total from conflict c join enterprise e on e.id = c.enterprise_id where ${where}`.execute(db);
  const rows = await Promise.all(
    found.rows.map(async ({ id, enterprise_id, name, year, fact }): Promise<Page['rows'][number]> => {
      const said = (await readStatements(db, enterprise_id, year)).filter((one) => Object.hasOwn(one.facts, fact));
      const sources = new Set<string>();
      // Only the last word of each source; an earlier decision is no source.
      const latest = said.filter(
        (one) => !isDecision(one.source) && !sources.has(one.source) && sources.add(one.source),
      );
      return {
        id,
        enterpriseId: enterprise_id,
        enterpriseName: name,
        fact,
        factName: factName(vocabulary, fact),
        unit: vocabulary.facts.get(fact)?.unit ?? '',
        year: year === STANDING ? null : year,
        values: latest.map((one) => provenanceOf(one, fact)),
        current: said[0]!.facts[fact]!,
        state: 'open',
      };
    }),
  );
  return { rows, total: counted.rows[0]!.total };
}

function isDecision(source: string): boolean {
  return (DECIDING_SOURCES as readonly string[]).includes(source);
}
