import {
  type Action,
  type Actor,
  actions,
  childPath,
  type Grant,
  may,
  roles,
  type Subject,
  scopeCondition,
} from '@forest/domain';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../testing/index.ts';
import { scopeWhere } from './scope-where.ts';

const tree = [
  '/',
  '/jianye/',
  '/jianye/xin/',
  '/jianye/xincheng/',
  '/jianye/xincheng/tower/',
  '/jiangbei/',
  '/jiangbei/yanchuang/',
];
const districtOf = (path: string) => path.split('/')[1] || null;
/** A path and all above it, without the root, as rows keep them. */
const upwards = (path: string) =>
  path
    .split('/')
    .filter(Boolean)
    .map((_, n, ids) => ids.slice(0, n + 1).reduce(childPath, '/'));

/** Every place alone, every pair in one district, three enterprises each: what could leak is there. */
const places = tree.slice(1);
const subjects: (Subject & { id: number; enterpriseId: number })[] = places
  .flatMap((one) => places.filter((other) => districtOf(other) === districtOf(one)).map((other) => [one, other]))
  .concat([[]])
  .flatMap((unitPaths) =>
    [1, 2, 3].map((enterpriseId) => ({
      enterpriseId,
      unitPaths,
      district: unitPaths[0] ? districtOf(unitPaths[0]) : 'jianye',
    })),
  )
  .map((subject, id) => ({ ...subject, id }));

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase({ migrated: false });
  await database.pool.query(
    'create table thing (id int, enterprise_id int, district text, one text, other text, set_of_paths text[])',
  );
  for (const { id, enterpriseId, district, unitPaths } of subjects)
    await database.pool.query('insert into thing values ($1, $2, $3, $4, $5, $6)', [
      id,
      enterpriseId,
      district,
      unitPaths[0] ?? null,
      unitPaths[1] ?? null,
      [...new Set(unitPaths.flatMap(upwards))],
    ]);
});
afterAll(() => database.close());

const grant = fc
  .record({
    role: fc.constantFrom(...roles),
    unitPath: fc.constantFrom(...tree),
    enterpriseId: fc.option(fc.integer({ min: 1, max: 3 })),
  })
  .map((drawn): Grant => ({ ...drawn, district: districtOf(drawn.unitPath) }));
const actor = fc.array(grant, { maxLength: 3 }).map((grants): Actor => ({ id: 'u', grants }));

test('a list shows exactly the rows that the page would show, with either way of keeping the places', async () => {
  const ways = [{ unitPaths: [sql.ref('one'), sql.ref('other')] }, { unitPathSet: sql.ref('set_of_paths') }];
  await fc.assert(
    fc.asyncProperty(actor, fc.constantFrom(...actions), async (who: Actor, action: Action) => {
      const expected = subjects.filter((subject) => may(who, action, subject)).map(({ id }) => id);
      for (const way of ways) {
        const where = scopeWhere(scopeCondition(who, action), {
          district: sql.ref('district'),
          enterpriseId: sql.ref('enterprise_id'),
          ...way,
        });
        const { rows } = await sql<{ id: number }>`select id from thing where ${where} order by id`.execute(
          database.db,
        );
        expect(rows.map(({ id }) => id)).toEqual(expected);
      }
    }),
    { numRuns: 400 },
  );
});
