import type { Inputs, Outputs } from '@forest/api';
import type { Text } from '@forest/domain';
import { type RawBuilder, sql } from 'kysely';
import { authoriseAnywhere } from '../../platform/authorise.ts';
import { heldOn, todayOf } from '../../registry/index.ts';
import { inUnits, unitName, visible } from '../lists/visible.ts';
import { allTiers } from '../tiers.ts';
import type { UseCase } from '../use-case.ts';
import { lightOf } from './duties.ts';
import { agesIn, dutiesIn } from './events.ts';

type Input = Inputs['ladder']['calendar'];
type Page = Outputs['ladder']['calendar'];
type Kind = Page['rows'][number]['kind'];

interface Line {
  on: string;
  kind: Kind;
  enterprise_id: number;
  name: string;
  unit: Text | null;
  title: Text;
  article: string | null;
}

/** What falls due between two dates: certificates that end, yearly duties of their holders, ages that turn a criterion. */
export async function listCalendar(input: Input, context: UseCase): Promise<Page> {
  const { db, clock, user } = context;
  authoriseAnywhere(user, 'verdict.read');
  const today = todayOf(clock);
  const wanted = (kind: Kind) => !input.kind?.length || input.kind.includes(kind);
  const parts = [
    ...(wanted('expiry') ? [expiries(input, context)] : []),
    ...(wanted('duty') ? duties(input, context) : []),
    ...(wanted('age_reached') ? ages(input, context, today) : []),
  ];
  if (parts.length === 0) return { rows: [], total: 0 };
  const events = sql`
    select event.*, e.name from (${sql.join(parts, sql` union all `)}) event
    join enterprise e on e.id = event.enterprise_id
    where e.state = 'active' and ${visible(user)} and ${inUnits(input.unit)}`;
  const [page, total] = await Promise.all([
    sql<Line>`
      select event.*, (select ${unitName} from enterprise e where e.id = event.enterprise_id) as unit from (
        ${events} order by event."on", event.kind, e.name collate "zh-x-icu", e.id, event.title ->> 'zh'
        limit ${input.pageSize} offset ${(input.page - 1) * input.pageSize}) event`.execute(db),
    sql<{ n: number }>`select count(*) as n from (${events}) event`.execute(db),
  ]);
  return {
    rows: page.rows.map(({ enterprise_id: enterpriseId, ...row }) => ({
      ...row,
      enterpriseId,
      light: lightOf(row.kind, row.on, today),
    })),
    total: total.rows[0]!.n,
  };
}

function expiries({ from, to }: Input, { content }: UseCase): RawBuilder<unknown> {
  const names = sql.join(
    allTiers(content).map(
      ({ kind, name }) => sql`when ${kind} then ${json(`${name.zh}证书到期`, `${name.en}: certificate ends`)}`,
    ),
    sql` `,
  );
  return sql`
    select q.expires_on as "on", 'expiry' as kind, q.enterprise_id,
      case q.kind ${names} else jsonb_build_object('zh', q.kind || ' 到期', 'en', q.kind || ' ends') end as title,
      null::text as article
    from qualification q
    where q.expires_on between ${from}::date and ${to}::date
      and (q.revoked_on is null or q.revoked_on > q.expires_on)
      -- A certificate that a later one of the same kind continues needs no renewal.
      and not exists (
        select from qualification later
        where later.enterprise_id = q.enterprise_id and later.kind = q.kind and later.expires_on > q.expires_on)`;
}

function duties({ from, to }: Input, { content }: UseCase): RawBuilder<unknown>[] {
  return dutiesIn(content, from, to).map(
    ({ on, kind, title, article }) => sql`
      select distinct ${on}::date as "on", 'duty' as kind, q.enterprise_id, ${json(title.zh, title.en)} as title,
        ${article}::text as article
      from qualification q where q.kind = ${kind} and ${heldOn(on)} and extract(year from q.issued_on) < ${Number(on.slice(0, 4))}`,
  );
}

/** Only where it matters: the criterion is what time will turn, and the verdict stands or falls with it. */
function ages({ from, to }: Input, { content }: UseCase, today: string): RawBuilder<unknown>[] {
  return agesIn(content, today).map(({ rule, version, bit, fact, shift, becomes, title, article }) => {
    const date =
      fact === 'registrationDate'
        ? sql`e.registered_on`
        : sql`(select (s.facts ->> ${fact})::date from snapshot s where s.enterprise_id = e.id and s.year = 0)`;
    const on =
      'newYears' in shift
        ? sql`make_date(extract(year from ${date})::int + ${shift.newYears}::int, 1, 1)`
        : sql`((${date} + make_interval(months => ${shift.months}::int))::date + ${shift.days}::int)`;
    const stands =
      becomes === 'met'
        ? sql`v.verdict <> 'met' and v.not_mask & ${bit}::int <> 0 and v.short = 1`
        : sql`v.verdict = 'met' and v.met_mask & ${bit}::int <> 0`;
    return sql`
      select ${on} as "on", 'age_reached' as kind, e.id as enterprise_id, ${json(title.zh, title.en)} as title,
        ${article}::text as article
      from verdict v join enterprise e on e.id = v.enterprise_id
      where v.until is null and v.rule = ${rule} and v.version = ${version} and ${stands}
        and ${on} between ${from}::date and ${to}::date`;
  });
}

function json(zh: string, en: string): RawBuilder<unknown> {
  return sql`${JSON.stringify({ zh, en })}::jsonb`;
}
