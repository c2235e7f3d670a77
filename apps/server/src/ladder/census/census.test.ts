import { loadContent } from '@forest/rules';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Content, contentFolder, contentOf, readContent, readFolder } from '../../platform/content/index.ts';
import { recordStatements } from '../../registry/index.ts';
import { startTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { judgedExactly, storedNow, takeCensus } from '../testing/census.ts';
import { demoDistrict } from '../testing/district.ts';

let database: TestDatabase;
const content = readContent(contentFolder);
const day = '2026-02-01';

beforeAll(async () => {
  database = await startTestDatabase();
  await demoDistrict(database, { count: 300, now: day });
});
afterAll(() => database.close());

const run = (asOf: string, by: Content = content) => takeCensus({ database, content: by }, asOf);
const census = (id: number) =>
  database.db.selectFrom('census').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const judgedBy = async (id: number) =>
  (await database.db.selectFrom('judged').select('enterprise_id').where('census_id', '=', id).execute()).map(
    (row) => row.enterprise_id,
  );
const anyEnterprises = async (n: number) =>
  (await database.db.selectFrom('enterprise').select('id').orderBy('id').limit(n).execute()).map((row) => row.id);

async function correct(id: number, facts: Record<string, number>): Promise<void> {
  await database.db
    .transaction()
    .execute((tx) =>
      recordStatements(
        tx,
        [{ enterpriseId: id, district: 'jianye', year: 2025, source: 'correction', statedAt: new Date(), facts }],
        { figuresYear: 2025 },
      ),
    );
}

/** The repository's content with one text replaced in one rule. */
function changed(rule: string, from: string, to: string): Content {
  const files = readFolder(contentFolder).map((file) =>
    file.path.endsWith(`/${rule}.yaml`) ? { ...file, text: file.text.replaceAll(from, to) } : file,
  );
  return contentOf(loadContent(files), files);
}

describe('census', () => {
  test('stores for every enterprise and rule what exact arithmetic says', async () => {
    const id = await run(day);
    const expected = await judgedExactly(database, content, day);
    expect(expected.size).toBe(300 * content.treesInForce('jianye', day).length);
    expect(await storedNow(database)).toEqual(expected);
    expect(await census(id)).toMatchObject({ state: 'done', enterprises: 300, changed: expected.size });
  });

  test('on the same day, with nothing new, judges nobody and writes nothing', async () => {
    const before = await database.db.selectFrom('verdict').selectAll().execute();
    const id = await run(day);
    expect(await census(id)).toMatchObject({ state: 'done', enterprises: 0, changed: 0 });
    expect(await database.db.selectFrom('verdict').selectAll().execute()).toEqual(before);
  });

  test('judges only those whose facts changed, and ends as a full one would', async () => {
    const ids = await anyEnterprises(3);
    for (const id of ids) await correct(id, { techStaffAverage: 1, staffAverage: 900 });
    const id = await run(day);
    expect((await census(id)).enterprises).toBe(3);
    expect((await judgedBy(id)).sort()).toEqual(ids.sort());
    expect(await storedNow(database)).toEqual(await judgedExactly(database, content, day));
  });

  test('judges only the rule whose content changed', async () => {
    const stricter = changed('hnte', '60%', '99.5%');
    const id = await run(day, stricter);
    const { rules, changed: written } = await census(id);
    expect(rules.hnte!.hash).not.toBe((await census(id - 1)).rules.hnte!.hash);
    expect(rules.tsme).toEqual((await census(id - 1)).rules.tsme);
    expect(written).toBeGreaterThan(0);
    expect(await storedNow(database)).toEqual(await judgedExactly(database, stricter, day));
  });

  test('when content comes back within the day, history shows no change at all', async () => {
    await run(day);
    expect(await storedNow(database)).toEqual(await judgedExactly(database, content, day));
    const past = await database.db.selectFrom('verdict').select('rule').where('until', 'is not', null).execute();
    expect(past).toEqual([]);
  });

  test('another day closes what changed and opens what is true from then on', async () => {
    const [first] = await anyEnterprises(1);
    await correct(first!, { techStaffAverage: 800, staffAverage: 900 });
    const later = '2026-03-01';
    await run(later);
    expect(await storedNow(database)).toEqual(await judgedExactly(database, content, later));
    const history = await database.db
      .selectFrom('verdict')
      .select(['since', 'until'])
      .where('enterprise_id', '=', first!)
      .where('rule', '=', 'hnte')
      .orderBy('since')
      .execute();
    expect(history).toEqual([
      { since: day, until: later },
      { since: later, until: null },
    ]);
  });

  test('the turn of the year judges everybody by last year’s figures', async () => {
    const id = await run('2027-01-04');
    expect((await census(id)).enterprises).toBe(300);
    expect(await storedNow(database)).toEqual(await judgedExactly(database, content, '2027-01-04'));
  });

  test('an enterprise that left the district has no verdict any more', async () => {
    const [id] = await anyEnterprises(1);
    await database.db.updateTable('enterprise').set({ state: 'left' }).where('id', '=', id!).execute();
    await run('2027-01-05');
    const open = await database.db
      .selectFrom('verdict')
      .select('rule')
      .where('enterprise_id', '=', id!)
      .where('until', 'is', null)
      .execute();
    expect(open).toEqual([]);
    expect(await storedNow(database)).toEqual(await judgedExactly(database, content, '2027-01-05'));
  });

  test('no enterprise has two current verdicts of a rule, and rows follow each other without overlap', async () => {
    const rows = await database.db
      .selectFrom('verdict')
      .select(['enterprise_id', 'rule', 'since', 'until'])
      .orderBy('enterprise_id')
      .orderBy('rule')
      .orderBy('since')
      .execute();
    for (const [index, row] of rows.entries()) {
      const next = rows[index + 1];
      if (next?.enterprise_id !== row.enterprise_id || next.rule !== row.rule) continue;
      expect(row.until !== null && row.until <= next.since).toBe(true);
    }
  });

  test('a date before the last census is refused with what to do', async () => {
    await expect(run('2026-01-01')).rejects.toMatchObject({ code: 'invalid' });
  });
});
