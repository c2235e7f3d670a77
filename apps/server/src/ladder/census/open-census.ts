import type { ClientBase } from 'pg';
import { bulkTransaction, type Database } from '../../platform/database/index.ts';
import { compilePrograms, hashOfRules, type Program, type ProgramSet } from '../judging/program.ts';
import type { JudgedRules } from '../tables.ts';
import { natureOf, rulesForEveryone } from './plan.ts';
import { CensusStopped, type Place } from './progress.ts';
import type { CensusRun } from './run-census.ts';

/** One pass: some enterprises, or all, by some rules, or all. */
export interface Stage {
  programs: ProgramSet;
  /** null = every enterprise of the district. */
  enterprises: readonly number[] | null;
  /** null = all rules, and what is stored under others is out of date. */
  rules: readonly string[] | null;
}

export interface OpenCensus {
  id: number;
  district: string;
  asOf: string;
  planned: number;
  enterprises: number;
  place: Place;
  stages: Stage[];
}

interface Line {
  district: string;
  as_of: string;
  content_hash: string;
  stage: number;
  high_water: number;
  planned: number;
  enterprises: number;
}

/**
 * Finds out what a census has still to do. One that was begun under other rules begins again: what it wrote is
 * compared anew, nothing is written twice.
 * @throws CensusStopped when it is not running any more.
 */
export async function openCensus(id: number, { database, content }: CensusRun): Promise<OpenCensus> {
  const { rows } = await database.pool.query<Line>(
    `select district, as_of, content_hash, stage, high_water, planned, enterprises
     from census where id = $1 and state = 'running'`,
    [id],
  );
  const line = rows[0];
  if (!line) throw new CensusStopped(id);
  const { district, as_of: asOf } = line;
  const set = compilePrograms(content.treesInForce(district, asOf));
  const natures = set.programs.map((program) => natureOf(program, content.library.dictionary));
  const again = rulesForEveryone(await lastCensus(database, district, id), natures, asOf);
  const stages = again === 'all' ? [everything(set)] : await stagesOf(database, district, set, again);
  const hash = hashOfRules(set.programs.map(({ tree }) => tree));
  const fresh = line.content_hash !== hash;
  const planned = fresh ? await countOf(database, district, stages) : line.planned;
  if (fresh) await begin(database, id, set.programs, hash, planned);
  return {
    ...{ id, district, asOf, planned, stages },
    enterprises: fresh ? 0 : line.enterprises,
    place: fresh ? { stage: 0, highWater: 0 } : { stage: line.stage, highWater: line.high_water },
  };
}

function everything(programs: ProgramSet): Stage {
  return { programs, enterprises: null, rules: null };
}

/** Whose facts changed, by all rules; then everyone by the rules that say something new. */
async function stagesOf(database: Database, district: string, set: ProgramSet, again: string[]): Promise<Stage[]> {
  const { rows } = await database.pool.query<{ id: number }>(
    `select e.id from enterprise e left join judged j on j.enterprise_id = e.id
     where e.district = $1 and e.state = 'active'
       and (j.enterprise_id is null or j.facts_at <> e.updated_at or j.district <> e.district)
     order by e.id`,
    [district],
  );
  const touched: Stage = { programs: set, enterprises: rows.map((row) => row.id), rules: null };
  if (again.length === 0) return [touched];
  const trees = set.programs.filter(({ rule }) => again.includes(rule)).map(({ tree }) => tree);
  return [touched, { programs: compilePrograms(trees), enterprises: null, rules: again }];
}

async function countOf(database: Database, district: string, stages: readonly Stage[]): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    `select count(*) as n from enterprise where district = $1 and state = 'active'`,
    [district],
  );
  return stages.reduce((sum, stage) => sum + (stage.enterprises?.length ?? rows[0]!.n), 0);
}

export async function lastCensus(
  database: Pick<Database, 'pool'>,
  district: string,
  before: number,
): Promise<{ asOf: string; rules: JudgedRules } | null> {
  const { rows } = await database.pool.query<{ as_of: string; rules: JudgedRules }>(
    `select as_of, rules from census where district = $1 and id < $2 and state = 'done' order by id desc limit 1`,
    [district, before],
  );
  return rows[0] ? { asOf: rows[0].as_of, rules: rows[0].rules } : null;
}

async function begin(
  database: Database,
  id: number,
  programs: readonly Program[],
  hash: string,
  planned: number,
): Promise<void> {
  const rules: JudgedRules = Object.fromEntries(
    programs.map(({ rule, version, hash: ruleHash }) => [rule, { version, hash: ruleHash }]),
  );
  await database.pool.query(
    `update census set rules = $2, content_hash = $3, planned = $4, stage = 0, high_water = 0, enterprises = 0,
       changed = 0, judging_ms = 0, total_ms = 0,
       statement_mark = coalesce(pg_sequence_last_value(pg_get_serial_sequence('statement', 'id')::regclass), 0)
     where id = $1 and state = 'running'`,
    [id, JSON.stringify(rules), hash, planned],
  );
}

/** Ends what is stored of enterprises that left the district's list, and the census itself, in one transaction. */
export async function closeCensus(census: OpenCensus, database: Database, spentMs: number): Promise<void> {
  await bulkTransaction(database, async (_, client) => {
    const ended = await endGone(client, census);
    const { rowCount } = await client.query(
      `update census set state = 'done', finished_at = now(), changed = changed + $2, total_ms = total_ms + $3
       where id = $1 and state = 'running'`,
      [census.id, ended, spentMs],
    );
    if (rowCount !== 1) throw new CensusStopped(census.id);
  });
}

async function endGone(client: ClientBase, { district, asOf }: OpenCensus): Promise<number> {
  const { rows } = await client.query<{ enterprise_id: number }>(
    `delete from judged j using enterprise e
     where j.district = $1 and e.id = j.enterprise_id and (e.state <> 'active' or e.district <> j.district)
     returning j.enterprise_id`,
    [district],
  );
  if (rows.length === 0) return 0;
  const gone = rows.map((row) => row.enterprise_id);
  const dropped = await client.query(
    'delete from verdict where enterprise_id = any($1::bigint[]) and until is null and since = $2::date',
    [gone, asOf],
  );
  const closed = await client.query(
    'update verdict set until = $2::date where enterprise_id = any($1::bigint[]) and until is null',
    [gone, asOf],
  );
  return (dropped.rowCount ?? 0) + (closed.rowCount ?? 0);
}
