import { dayOf, yearOf } from '@forest/domain';
import type { OutcomeNode, RuleTree } from '../tree.ts';
import { Query } from './query.ts';
import { sqlScore } from './score.ts';
import { sqlSlot } from './slot.ts';
import { sqlTruth } from './truth.ts';

export interface SqlOptions {
  /** ISO date on which is judged; the last full year is the one before. */
  asOf: string;
  /** Only enterprises of this district. */
  district?: string;
  /**
   * Relation, as SQL text, with enterprise_id, year (0 for standing facts), district and facts jsonb; `snapshot` unless
   * said. Never made from what a user typed.
   */
  source?: string;
}

export interface SqlText {
  text: string;
  parameters: unknown[];
}

/** What the parts of the query share while it is written. */
export interface SqlContext {
  query: Query;
  slot(index: number): string;
  /** Day number and calendar year of the as-of date. */
  asOf(): string;
  asOfYear(): string;
}

/**
 * The rule as one PostgreSQL (16 or later) query over stored facts: a row for each enterprise with any fact, giving
 * enterprise_id, verdict (met, not_met, unknown), met_mask and not_mask (bit k for criterion k), score_min and
 * score_max (float8[] in order of the tree's scores) and grade (index or -1). Exact: numbers are pairs of `numeric`,
 * and comparisons multiply across.
 */
export function toSql(tree: RuleTree, options: SqlOptions): SqlText {
  const query = new Query(tree);
  const lastYear = yearOf(dayOf(options.asOf)) - 1;
  const slots = new Map<number, string>();
  const context: SqlContext = {
    query,
    slot: (index) => {
      const column = slots.get(index) ?? sqlSlot(query, index, lastYear);
      slots.set(index, column);
      return column;
    },
    asOf: () => query.parameter(dayOf(options.asOf), 'numeric'),
    asOfYear: () => query.parameter(lastYear + 1, 'numeric'),
  };
  const criteria = tree.criteria.map((criterion) => {
    query.subject = criterion.id;
    return query.define('met', sqlTruth(context, criterion.test));
  });
  const scores = tree.scores.map((_, index) => sqlScore(context, index));
  query.subject = 'outcome';
  const outcome = query.define('', outcomeTruth(tree.outcome, criteria));
  const grades = tree.grades.map((grade, index) => `when ${outcomeTruth(grade.when, criteria)} then ${index}`);
  const mask = (wanted: string) => criteria.map((bit, k) => `((${bit} is ${wanted})::int << ${k})`).join(' | ') || '0';
  const ends = (end: 'min' | 'max') => `array[${scores.map((score) => score[end]).join(', ')}]::float8[]`;
  const result = [
    'enterprise_id',
    `case when ${outcome} then 'met' when not ${outcome} then 'not_met' else 'unknown' end as verdict`,
    `${mask('true')} as met_mask`,
    `${mask('false')} as not_mask`,
    `${ends('min')} as score_min`,
    `${ends('max')} as score_max`,
    `${grades.length > 0 ? `case ${grades.join(' ')} else -1 end` : '-1'} as grade`,
  ];
  const district = options.district === undefined ? null : query.parameter(options.district, 'text');
  const facts = pivot(query, options.source ?? 'snapshot', district);
  const from = query.layers.slice(1).reduce(layered, facts);
  const title = `-- ${tree.rule} ${tree.version}`.replaceAll(/[\r\n]/g, ' ');
  return { text: `${title}\nselect ${result.join(',\n  ')}\nfrom ${from}`, parameters: query.parameters };
}

type Column = Query['layers'][number][number];

function pivot(query: Query, source: string, district: string | null): string {
  const columns = ['enterprise_id', ...query.layers[0]!.map(asColumn)].join(',\n    ');
  const where = district ? `\n  where district = ${district}` : '';
  return `(\n  select ${columns}\n  from ${source} as facts_of_enterprise${where}\n  group by enterprise_id\n) as layer_0`;
}

/** `offset 0` keeps the planner from folding the layers into one expression that would repeat all that is shared. */
function layered(below: string, columns: Column[], index: number): string {
  return `(\n  select *,\n    ${columns.map(asColumn).join(',\n    ')}\n  from ${below}\n  offset 0\n) as layer_${index + 1}`;
}

function asColumn({ name, expression }: Column): string {
  return `${expression} as ${name}`;
}

function outcomeTruth(node: OutcomeNode, criteria: readonly string[]): string {
  if (node.kind === 'criterion') return criteria[node.index]!;
  const parts = node.of.map((of) => outcomeTruth(of, criteria));
  if (parts.length === 0) return node.kind === 'all' ? 'true' : 'false';
  return `(${parts.join(node.kind === 'all' ? ' and ' : ' or ')})`;
}
