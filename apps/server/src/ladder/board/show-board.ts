import type { Inputs, Outputs } from '@forest/api';
import { scopeCondition, type Text } from '@forest/domain';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { authoriseAnywhere } from '../../platform/authorise.ts';
import type { Db } from '../../platform/database/index.ts';
import { scopeWhere } from '../../platform/scope-where.ts';
import { heldOn, todayOf } from '../../registry/index.ts';
import { visible } from '../lists/visible.ts';
import { type Tier, tiersOf } from '../tiers.ts';
import type { UseCase } from '../use-case.ts';

type Board = Outputs['ladder']['board'];

/** Years of the row of year-end counts. */
const YEARS = 6;

interface Unit {
  id: string;
  name: Text;
  kind: string;
  path: string;
  district: string | null;
}

/** Tier × unit: who holds it, who meets its rule without holding, who is one step short. */
export async function showBoard(input: Inputs['ladder']['board'], context: UseCase): Promise<Board> {
  const { db, clock, user, content } = context;
  authoriseAnywhere(user, 'verdict.read');
  const today = todayOf(clock);
  const units = await unitsShown(db, user, input.unit);
  const district = units.find((unit) => unit.district)?.district ?? '';
  const asOf = await lastJudged(db, district, input.asOf ?? today);
  const on = input.asOf ?? today;
  // A rung may have several rules (province, city); a number counts by the one whose list it opens.
  const tiers = tiersOf(content, district);
  const inForce = new Set(content.treesInForce(district, on).map((tree) => tree.rule));
  // Where two levels judge a rung, the board counts the first one in force, so that its number opens to one list.
  const rules = new Map(
    tiers.flatMap(({ id, rules: judging }) =>
      judging
        .filter((rule) => inForce.has(rule))
        .slice(0, 1)
        .map((rule) => [id, rule]),
    ),
  );
  const where = visible(user);
  const [held, judged, years] = await Promise.all([
    heldByUnit(db, units, where, on, tiers),
    asOf ? judgedByUnit(db, units, where, asOf, rules) : [],
    yearEnds(db, units, where, Number(on.slice(0, 4)), tiers),
  ]);
  const cells = new Map<string, Board['cells'][number]>();
  const cell = (unitId: string, tier: string) => {
    const key = `${unitId}/${tier}`;
    const known = cells.get(key) ?? { unitId, tier, held: 0, met: 0, near: 0 };
    cells.set(key, known);
    return known;
  };
  for (const { unit, kind, n } of held) {
    const tier = tiers.find((one) => one.kind === kind);
    if (tier) cell(unit, tier.id).held = n;
  }
  for (const { unit, tier, met, near } of judged) Object.assign(cell(unit, tier), { met, near });
  return {
    asOf,
    tiers: tiers.map(({ id, name }) => ({ id, name, rule: rules.get(id) ?? null })),
    units: units.map(({ id, name, kind }) => ({ id, name, kind })),
    cells: [...cells.values()],
    years: years.flatMap(({ year, kind, n }) => {
      const tier = tiers.find((one) => one.kind === kind);
      return tier ? [{ year, tier: tier.id, held: n }] : [];
    }),
  };
}

/** The unit asked for, or the topmost the viewer may see, followed by those directly below. */
async function unitsShown(db: Db, user: UseCase['user'], top: string | undefined): Promise<Unit[]> {
  const scope = scopeWhere(scopeCondition(user, 'verdict.read'), {
    district: sql.ref('u.district'),
    unitPaths: [sql.ref('u.path')],
  });
  const { rows } = await sql<Unit>`
    with seen as (select * from organisation_unit u where ${scope} and u.kind <> 'department'),
    tops as (
      select * from seen s
      where ${top ? sql`s.id = ${top}` : sql`not exists (select from seen p where p.id = s.parent_id)`})
    select s.id, s.name, s.kind, s.path, s.district from seen s
    where s.id in (select id from tops) or s.parent_id in (select id from tops)
    order by s.id in (select id from tops) desc, s.position, s.id`.execute(db);
  return rows;
}

/** Date of the census whose verdicts count on the day; null when there is none. */
async function lastJudged(db: Db, district: string, day: string): Promise<string | null> {
  const row = await db
    .selectFrom('census')
    .select(({ fn }) => fn.max<string | null>('as_of').as('as_of'))
    .where('district', '=', district)
    .where('state', '=', 'done')
    .where('as_of', '<=', day)
    .executeTakeFirst();
  return row?.as_of ?? null;
}

function unitTable(units: readonly Unit[]): RawBuilder<unknown> {
  return sql`unnest(${units.map((unit) => unit.id)}::text[], ${units.map((unit) => unit.path)}::text[]) as u (id, path)`;
}

async function heldByUnit(
  db: Db,
  units: readonly Unit[],
  where: RawBuilder<SqlBool>,
  day: string,
  tiers: readonly Tier[],
) {
  const { rows } = await sql<{ unit: string; kind: string; n: number }>`
    with holder as materialized (
      select distinct q.enterprise_id, q.kind from qualification q
      where q.kind = any(${tiers.map((tier) => tier.kind)}) and ${heldOn(day)})
    select u.id as unit, h.kind, count(*) as n
    from holder h join enterprise e on e.id = h.enterprise_id and e.state = 'active' and ${where}
    join ${unitTable(units)} on u.path = any(e.unit_paths)
    group by u.id, h.kind`.execute(db);
  return rows;
}

async function judgedByUnit(
  db: Db,
  units: readonly Unit[],
  where: RawBuilder<SqlBool>,
  asOf: string,
  rules: ReadonlyMap<string, string>,
) {
  const pairs = [...rules].map(([tier, rule]) => ({ tier, rule }));
  const { rows } = await sql<{ unit: string; tier: string; met: number; near: number }>`
    with judged as materialized (
      select v.enterprise_id, t.tier, bool_or(v.verdict = 'met') as met
      from unnest(${pairs.map((pair) => pair.tier)}::text[], ${pairs.map((pair) => pair.rule)}::text[]) as t (tier, rule)
      join verdict v on v.rule = t.rule
      where ${validOn(asOf)} and (v.verdict = 'met' or (v.verdict = 'not_met' and v.short = 1 and v.unsure = 0))
      group by v.enterprise_id, t.tier)
    select u.id as unit, j.tier, count(*) filter (where j.met) as met, count(*) filter (where not j.met) as near
    from judged j join enterprise e on e.id = j.enterprise_id and ${where}
    join ${unitTable(units)} on u.path = any(e.unit_paths)
    group by u.id, j.tier`.execute(db);
  return rows;
}

function validOn(day: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`v.since <= ${day}::date and (v.until is null or v.until > ${day}::date)`;
}

async function yearEnds(
  db: Db,
  units: readonly Unit[],
  where: RawBuilder<SqlBool>,
  lastYear: number,
  tiers: readonly Tier[],
) {
  const tops = units.slice(0, 1).map((unit) => unit.path);
  const day = (year: number) => `${year}-12-31`;
  const years = Array.from({ length: YEARS }, (_, back) => lastYear - YEARS + 1 + back);
  const counts = years.map(
    (year) => sql`
      select ${year}::int as year, q.kind, count(distinct q.enterprise_id) as n
      from qualification q join enterprise e on e.id = q.enterprise_id
      where e.state <> 'merged' and ${where} and e.unit_paths && ${tops}::text[]
        and q.kind = any(${tiers.map((tier) => tier.kind)}) and ${heldOn(day(year))}
      group by q.kind`,
  );
  const { rows } = await sql<{ year: number; kind: string; n: number }>`${sql.join(counts, sql` union all `)}`.execute(
    db,
  );
  return rows;
}
