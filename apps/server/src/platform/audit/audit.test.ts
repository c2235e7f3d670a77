import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { fixedClock } from '../clock.ts';
import { type AuditEntry, appendAudit, exportAudit, verifyAudit } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());

const clock = fixedClock('2026-11-22T08:00:00.123Z');
const user = { id: 'u1', grants: [{ role: 'districtStaff' as const }] };
const entry = (id: number, district: string | null = 'jianye'): AuditEntry => ({
  action: 'fact.correct',
  subject: { kind: 'enterprise', id },
  district,
  detail: { fact: '研发费用', from: 1.5, to: '2,0\n"' },
});
const append = (...entries: AuditEntry[]) =>
  database.db.transaction().execute((tx) => appendAudit(tx, { user, clock }, ...entries));

/** What somebody with full rights on the database could do. */
const tamper = async (statement: string) => {
  await database.pool.query(
    `alter table audit_event disable trigger user; ${statement}; alter table audit_event enable trigger user`,
  );
};

beforeEach(async () => {
  await tamper('truncate audit_event, audit_chain');
  for (let id = 1; id <= 5; id += 1) await append(entry(id), entry(id, 'jiangbei'));
});

describe('the audit trail', () => {
  test('is a chain for each district, numbered without gaps, and verifies', async () => {
    const report = await verifyAudit(database.db);
    expect(report).toMatchObject({ ok: true, events: 10, problems: [] });
    expect(report.heads.map(({ chain, seq }) => [chain, seq])).toEqual([
      ['jiangbei', 5],
      ['jianye', 5],
    ]);
  });

  test('belongs to its transaction: what is undone leaves no event and no gap', async () => {
    const undone = database.db.transaction().execute(async (tx) => {
      await appendAudit(tx, { user, clock }, entry(6));
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    await append(entry(7));
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true, events: 11 });
  });

  test('stays one chain while many transactions write to several chains at once, in any order', async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        n % 2 ? append(entry(n), entry(n, 'jiangbei'), entry(n, null)) : append(entry(n, 'jiangbei'), entry(n)),
      ),
    );
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true, events: 10 + 150 });
  });

  test('does not hold others up while a long transaction works on after its event', async () => {
    let others = 0;
    await database.db.transaction().execute(async (tx) => {
      await appendAudit(tx, { user, clock }, entry(6));
      for (; others < 20; others += 1) await append(entry(100 + others));
    });
    expect(others).toBe(20);
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true });
  });

  test('refuses to be changed, emptied or thinned out', async () => {
    for (const statement of ["update audit_event set actor = 'x'", 'delete from audit_event', 'truncate audit_event'])
      await expect(database.pool.query(statement)).rejects.toThrow('cannot be changed');
  });

  test.each([
    ['an edited word', `update audit_event set detail = '{"to": 3}' where chain = 'jianye' and seq = 3`, 3, 'changed'],
    ['an edited actor', `update audit_event set actor = 'other' where chain = 'jianye' and seq = 1`, 1, 'changed'],
    [
      'an edited time',
      `update audit_event set at = at + interval '1 second' where chain = 'jianye' and seq = 2`,
      2,
      'changed',
    ],
    ['a row removed from the middle', `delete from audit_event where chain = 'jianye' and seq = 3`, 3, 'missing'],
    ['the last row removed', `delete from audit_event where chain = 'jianye' and seq = 5`, 5, 'removed'],
    ['all rows of a chain removed', `delete from audit_event where chain = 'jianye'`, 1, 'removed'],
    [
      'a row added behind',
      `insert into audit_event (chain, at, action, subject_kind, subject_id) values ('jianye', now(), 'a', 'b', 'c')`,
      5,
      'unsealed',
    ],
    [
      'a row added with a number',
      `insert into audit_event (chain, seq, at, action, subject_kind, subject_id, prev_hash, hash) values ('jianye', 6, now(), 'a', 'b', 'c', 'd', 'e')`,
      6,
      'not follow',
    ],
    [
      'two rows exchanged',
      `update audit_event set subject_id = (3 - subject_id::int)::text where chain = 'jianye' and seq <= 2`,
      1,
      'changed',
    ],
  ])('shows %s', async (_what, statement, seq, word) => {
    await tamper(statement);
    const { ok, problems } = await verifyAudit(database.db);
    expect(ok).toBe(false);
    expect(problems[0]).toMatchObject({ chain: 'jianye', seq });
    expect(problems[0]?.message.en).toContain(word);
  });

  test('shows even an end cut off together with the head, when an earlier export was kept elsewhere', async () => {
    const lines: string[] = [];
    for await (const line of exportAudit(database.db, null)) lines.push(line);
    expect(lines).toHaveLength(11);
    const { heads } = JSON.parse(lines.at(-1)!);
    await tamper(`delete from audit_event where chain = 'jianye' and seq = 5;
      update audit_chain set seq = 4, hash = (select hash from audit_event where chain = 'jianye' and seq = 4) where chain = 'jianye'`);
    expect((await verifyAudit(database.db)).ok).toBe(true);
    expect((await verifyAudit(database.db, heads)).problems).toMatchObject([{ chain: 'jianye', seq: 5 }]);
  });

  test('costs little: sealing is measured, not guessed', async () => {
    const started = performance.now();
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let n = 0; n < 50; n += 1) await append(entry(n));
      }),
    );
    const perSecond = 400 / ((performance.now() - started) / 1000);
    expect(perSecond).toBeGreaterThan(100);
  });
});
