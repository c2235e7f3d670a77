import type { Inputs, Outputs } from '@forest/api';
import type { Text } from '@forest/domain';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { authoriseAnywhere } from '../../platform/authorise.ts';
import { causeOf } from '../history/cause.ts';
import { around, censusLines } from '../history/census-line.ts';
import { statementsOf } from '../history/fact-changes.ts';
import { treeOfVersion } from '../history/tree-of.ts';
import { inUnits, unitName, visible } from '../lists/visible.ts';
import type { UseCase } from '../use-case.ts';

type Input = Inputs['ladder']['movement'];
type Page = Outputs['ladder']['movement'];

interface Line {
  on: string;
  enterprise_id: number;
  name: string;
  unit: Text | null;
  district: string;
  state: string;
  rule: string;
  kind: 'entered' | 'left';
  before_version: string | null;
  before_met: number | null;
  before_not: number | null;
  version: string | null;
  met: number | null;
  not: number | null;
  census_id: number | null;
}

/** Who came to meet a rule and who no longer does, after `from` and up to `to`; a new version alone is no movement. */
export async function listMovement(input: Input, context: UseCase): Promise<Page> {
  const { db, user, content } = context;
  authoriseAnywhere(user, 'verdict.read');
  const events = movements(input, user);
  const [page, totals] = await Promise.all([
    // The page is cut before names are looked up: a first census enters a hundred thousand at once.
    sql<Line>`
      select m.*, e.name, e.district, e.state, ${unitName} as unit from (
        select * from (${events}) all_of_them order by "on" desc, rule, enterprise_id, kind
        limit ${input.pageSize} offset ${(input.page - 1) * input.pageSize}) m
      join enterprise e on e.id = m.enterprise_id
      order by m."on" desc, m.rule, m.enterprise_id, m.kind`.execute(db),
    sql<{ rule: string; kind: 'entered' | 'left'; n: number }>`
      select m.rule, m.kind, count(*) as n from (${events}) m group by m.rule, m.kind`.execute(db),
  ]);
  const causes = await causesOf(page.rows, context);
  const nameOf = (rule: string) => content.library.rules.get(rule)?.rule.name ?? { zh: rule, en: rule };
  const shown = totals.rows.filter((row) => !input.kind || row.kind === input.kind);
  const rules = [...new Set(totals.rows.map((row) => row.rule))].sort();
  const count = (rule: string, kind: string) =>
    totals.rows.find((row) => row.rule === rule && row.kind === kind)?.n ?? 0;
  return {
    rows: page.rows.map((row, index) => ({
      on: row.on,
      enterpriseId: row.enterprise_id,
      name: row.name,
      unit: row.unit,
      rule: row.rule,
      ruleName: nameOf(row.rule),
      kind: row.kind,
      cause: causes[index]!,
    })),
    total: shown.reduce((sum, row) => sum + row.n, 0),
    summary: rules.map((rule) => ({
      rule,
      ruleName: nameOf(rule),
      entered: count(rule, 'entered'),
      left: count(rule, 'left'),
    })),
  };
}

function movements({ from, to, rule, unit, kind }: Input, user: UseCase['user']): RawBuilder<unknown> {
  const scope = sql<SqlBool>`${visible(user)} and ${inUnits(unit)}`;
  const ofRule = rule === undefined ? sql<SqlBool>`true` : sql<SqlBool>`v.rule = ${rule}`;
  const entered = sql`
    select v.since as "on", v.enterprise_id, v.rule, 'entered' as kind, o.version as before_version,
      o.met_mask as before_met, o.not_mask as before_not, v.version, v.met_mask as met, v.not_mask as not, v.census_id
    from verdict v join enterprise e on e.id = v.enterprise_id
    left join verdict o on o.enterprise_id = v.enterprise_id and o.rule = v.rule and o.until = v.since
    where v.verdict = 'met' and v.since > ${from}::date and v.since <= ${to}::date
      and o.verdict is distinct from 'met' and ${ofRule} and ${scope}`;
  const left = sql`
    select v.until as "on", v.enterprise_id, v.rule, 'left' as kind, v.version as before_version,
      v.met_mask as before_met, v.not_mask as before_not, o.version, o.met_mask as met, o.not_mask as not, o.census_id
    from verdict v join enterprise e on e.id = v.enterprise_id
    left join verdict o on o.enterprise_id = v.enterprise_id and o.rule = v.rule and o.since = v.until
    where v.verdict = 'met' and v.until > ${from}::date and v.until <= ${to}::date
      and o.verdict is distinct from 'met' and ${ofRule} and ${scope}`;
  if (kind) return kind === 'entered' ? entered : left;
  return sql`${entered} union all ${left}`;
}

async function causesOf(rows: readonly Line[], { db, content }: UseCase): Promise<Text[]> {
  const [lines, said] = await Promise.all([
    censusLines(db, [...new Set(rows.map((row) => row.district))]),
    statementsOf(db, [...new Set(rows.map((row) => row.enterprise_id))]),
  ]);
  return rows.map((row) => {
    if (row.version === null || row.census_id === null) return gone(row.state);
    return causeOf({
      rule: row.rule,
      before: masks(row.before_version, row.before_met, row.before_not),
      after: { version: row.version, met: row.met ?? 0, not: row.not ?? 0 },
      censuses: around(lines.get(row.district) ?? [], row.census_id),
      said: said.get(row.enterprise_id) ?? [],
      tree: treeOfVersion(content, row.rule, row.version, row.on),
      dictionary: content.library.dictionary,
    });
  });
}

function masks(version: string | null, met: number | null, not: number | null) {
  return version === null ? null : { version, met: met ?? 0, not: not ?? 0 };
}

/** Nothing follows the verdict: the enterprise or the rule is no longer judged. */
function gone(state: string): Text {
  if (state === 'active') return { zh: '规则不再适用', en: 'The rule no longer applies' };
  const words: Record<string, Text> = {
    left: { zh: '企业迁出本区', en: 'The enterprise left the district' },
    cancelled: { zh: '企业注销', en: 'The enterprise was dissolved' },
    merged: { zh: '企业档案已合并', en: 'The file was merged with another' },
  };
  return words[state] ?? { zh: '企业不在册', en: 'The enterprise is no longer listed' };
}
