import type { Text, Verdict } from '@forest/domain';
import { rowOf } from '@forest/rules';
import type { Content } from '../../platform/content/index.ts';
import type { Db } from '../../platform/database/index.ts';
import { readFacts } from '../../registry/index.ts';
import { derivationsOf } from '../census/read-blocks.ts';
import { explainerOf } from './explainers.ts';
import { headline } from './judge-enterprise.ts';

/** What stands in the way of each of these enterprises and what would help, in a sentence; nothing for those that meet the rule. */
export async function sentencesOf(
  db: Db,
  content: Content,
  rule: string,
  asOf: string,
  rows: readonly { enterprise_id: number; verdict: Verdict }[],
): Promise<Map<number, Text>> {
  const compiled = content.compiled(rule, asOf);
  const wanted = rows.filter((row) => row.verdict !== 'met').map((row) => row.enterprise_id);
  if (!compiled.ok || wanted.length === 0) return new Map();
  const { dictionary } = content.library;
  const explainer = explainerOf(compiled.tree);
  const facts = await readFacts(db, wanted, { asOf, derivations: derivationsOf(dictionary) });
  return new Map(
    facts.map((one) => {
      const judging = { tree: compiled.tree, row: rowOf(compiled.tree, { ...one, asOf }), dictionary };
      return [one.enterpriseId, headline(explainer.explain(judging.row), judging)];
    }),
  );
}
