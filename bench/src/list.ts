import type { Inputs } from '@forest/api';
import { showBoard } from '../../apps/server/src/ladder/board/show-board.ts';
import { listCalendar } from '../../apps/server/src/ladder/calendar/list-calendar.ts';
import { explainVerdict } from '../../apps/server/src/ladder/explain/explain-verdict.ts';
import { judgeEnterprise } from '../../apps/server/src/ladder/explain/judge-enterprise.ts';
import { listNearMisses, listVerdicts } from '../../apps/server/src/ladder/lists/list-verdicts.ts';
import { listMovement } from '../../apps/server/src/ladder/movement/list-movement.ts';
import { takeCensus } from '../../apps/server/src/ladder/testing/census.ts';
import type { UseCase } from '../../apps/server/src/ladder/use-case.ts';
import { contentFolder, readContent } from '../../apps/server/src/platform/content/index.ts';
import type { Database } from '../../apps/server/src/platform/database/index.ts';
import { DEMO_DAY, withDemoDistrict } from './demo-district.ts';
import type { Measurement, Suite, SuiteOptions } from './suite.ts';

export const listSuite: Suite = {
  name: 'list',
  title: 'the pages of the ladder over a judged district',
  about:
    'Use cases called one after the other as district staff, and as a service officer whose scope is one unit, each with ' +
    'its first page, its total and its sentences; medians. A list should be there within 300 ms, an explanation with ' +
    'levers and growth path within 50 ms.',
  run,
};

async function run({ rounds, small }: SuiteOptions): Promise<Measurement[]> {
  return withDemoDistrict(small ? 6_000 : 120_000, async (database) => {
    const content = readContent(contentFolder);
    await takeCensus({ database, content }, DEMO_DAY);
    await database.pool.query('vacuum analyze');
    return measureLists(database, content, rounds);
  });
}

/** Within so many milliseconds. */
const LIST_MS = 300;
const EXPLAIN_MS = 50;

export async function measureLists(
  database: Database,
  content: UseCase['content'],
  rounds: number,
): Promise<Measurement[]> {
  const staff = viewer(database, content, 'districtStaff', '/jianye/');
  const officer = viewer(database, content, 'serviceOfficer', '/jianye/xincheng/');
  const { rows } = await database.pool.query<{ enterprise_id: number }>(
    `select enterprise_id from verdict where until is null and rule = 'hnte' and verdict = 'not_met' limit 1`,
  );
  const id = rows[0]!.enterprise_id;
  const list: Inputs['ladder']['list'] = { rule: 'hnte', page: 1, pageSize: 50, sort: 'name', order: 'asc' };
  const near: Inputs['ladder']['nearMiss'] = { ...list, sort: 'effort' };
  const span = { page: 1, pageSize: 50, from: '2026-01-01', to: '2026-12-31' };
  const cases: [what: string, limitMs: number, work: () => Promise<unknown>][] = [
    ['verdicts of a rule, by name', LIST_MS, () => listVerdicts(list, staff)],
    [
      'verdicts not met, by distance',
      LIST_MS,
      () => listVerdicts({ ...list, verdict: ['not_met'], sort: 'effort' }, staff),
    ],
    ['verdicts of a rule, one unit', LIST_MS, () => listVerdicts(list, officer)],
    ['near-misses', LIST_MS, () => listNearMisses(near, staff)],
    ['near-misses, one unit', LIST_MS, () => listNearMisses(near, officer)],
    ['board', 1000, () => showBoard({}, staff)],
    ['board, one unit', 1000, () => showBoard({}, officer)],
    ['calendar of a year', 1000, () => listCalendar(span, staff)],
    ['movement of a year', 1000, () => listMovement({ ...span, from: '2025-12-31' }, staff)],
    ['one enterprise, all rules', EXPLAIN_MS, () => judgeEnterprise({ id }, staff)],
    [
      'one explanation with levers and path',
      EXPLAIN_MS,
      () => explainVerdict({ id, rule: 'hnte', overrides: [] }, staff),
    ],
  ];
  const measurements: Measurement[] = [];
  for (const [what, limitMs, work] of cases) {
    const perSecond: number[] = [];
    for (let round = -2; round < rounds; round++) {
      const began = performance.now();
      await work();
      if (round >= 0) perSecond.push(1000 / (performance.now() - began));
    }
    const ms = 1000 / perSecond.toSorted((a, b) => a - b)[Math.floor(perSecond.length / 2)]!;
    measurements.push({
      ...{ what, perSecond, unit: 'pages', atLeastPerSecond: 1000 / limitMs },
      note: `median ${ms.toFixed(1)} ms, limit ${limitMs} ms`,
    });
  }
  return measurements;
}

function viewer(
  database: Database,
  content: UseCase['content'],
  role: 'districtStaff' | 'serviceOfficer',
  unitPath: string,
) {
  const grants = [{ role, unitPath, district: 'jianye', enterpriseId: null }];
  const user: UseCase['user'] = {
    ...{ id: role, grants, signedIn: true, username: role, name: null, sessionId: null, pending: null },
  };
  const clock = { now: () => new Date(`${DEMO_DAY}T04:00:00Z`) };
  return { db: database.db, clock, user, content } satisfies UseCase;
}
