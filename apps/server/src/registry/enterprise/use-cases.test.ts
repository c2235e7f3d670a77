import type { Inputs } from '@forest/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fault } from '../../platform/fault.ts';
import { startTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { revealContact } from '../contact/reveal-contact.ts';
import { getDossier } from '../dossier/get-dossier.ts';
import { listDuplicates } from '../duplicates/list-duplicates.ts';
import { listEnterprises } from '../list/list-enterprises.ts';
import { addQualification } from '../qualification/add-qualification.ts';
import { revokeQualification } from '../qualification/revoke-qualification.ts';
import { addEnterprise, grantOf, seedTestOrganisation } from '../testing/enterprises.ts';
import { useCase, viewer } from '../testing/world.ts';
import { createEnterprise } from './create-enterprise.ts';
import { moveMany } from './move-many.ts';
import { setEnterpriseState } from './set-state.ts';
import { updateEnterprise } from './update-enterprise.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
  await seedTestOrganisation(database.db);
});
afterAll(() => database.close());

const staff = viewer('staff', grantOf('districtStaff', '/jianye/'));
const officer = viewer('officer', grantOf('serviceOfficer', '/jianye/xin/'));
const as = (user = staff) => useCase(database.db, user);
type New = Inputs['registry']['enterprises']['create'];
const identity = (about: Partial<New> = {}): New => ({
  name: '演示青松软件有限公司',
  creditCode: null,
  acceptCode: false,
  registeredOn: null,
  address: null,
  subdistrictId: null,
  parkId: null,
  carrierId: null,
  industryCode: null,
  ...about,
});
const create = (about: Partial<New> = {}, user = staff) => createEnterprise(identity(about), as(user));
const faultOf = async (work: Promise<unknown>) => {
  const error = await work.then(() => null).catch((thrown: unknown) => thrown);
  if (!(error instanceof Fault)) throw new Error(`no refusal but ${error}`);
  return error;
};
const find = async (q: string, user = staff) =>
  (await listEnterprises({ q, page: 1, pageSize: 50, sort: 'name', order: 'asc' }, as(user))).rows;

describe('a credit code', () => {
  test('that fails its check is asked about once, then taken', async () => {
    const creditCode = '91350100M0001TGQXM';
    const fault = await faultOf(create({ creditCode }));
    expect(fault.code).toBe('invalid');
    expect(fault.text.zh).toContain('应为 1');
    expect(fault.remedy?.zh).toContain('acceptCode');
    const { id } = await create({ creditCode, acceptCode: true });
    expect((await getDossier({ id }, as())).enterprise).toMatchObject({ creditCode, codeStatus: 'check_fails' });
    await updateEnterprise({ ...identity({ creditCode }), id, reason: '改地址', address: '演示路 1 号' }, as());
  });

  test('is read in full width and small letters, and never guessed at', async () => {
    const { id } = await create({ name: '演示全角有限公司', creditCode: '９１３２０１０５ma20003690' });
    expect((await getDossier({ id }, as())).enterprise).toMatchObject({
      creditCode: '91320105MA20003690',
      codeStatus: 'valid',
    });
    expect((await faultOf(create({ creditCode: '91320105MA2000369O' }))).text.zh).toContain('不是 18 位');
  });

  test('belongs to one enterprise, also when two people enter it at the same time', async () => {
    const creditCode = '91320105MA3000096Y';
    const outcome = await Promise.allSettled([create({ creditCode }), create({ creditCode })]);
    expect(outcome.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const fault = await faultOf(create({ creditCode }));
    expect(fault.code).toBe('conflict');
    expect(fault.text.zh).toContain('青松');
    expect((await faultOf(create({ creditCode, parkId: 'xin' }, officer))).text.zh).not.toContain('青松');
  });
});

describe('placing', () => {
  test('an officer creates in the own park and nowhere else', async () => {
    const { id } = await create({ name: '演示新园企业有限公司', parkId: 'xin' }, officer);
    expect((await find('新园企业', officer)).map((row) => row.id)).toEqual([id]);
    expect((await faultOf(create({ parkId: 'xincheng' }, officer))).code).toBe('forbidden');
    expect((await faultOf(create({}, officer))).code).toBe('forbidden');
  });

  test('an officer cannot move an enterprise out of sight, nor into another district', async () => {
    const id = await addEnterprise(database.db, { parkId: 'xin' });
    const move = (unitId: string, user = officer) => moveMany({ ids: [id], unitId, reason: '迁址' }, as(user));
    expect((await faultOf(move('xincheng'))).code).toBe('forbidden');
    expect(await move('mochou')).toEqual({ moved: 1 });
    expect(await move('mochou')).toEqual({ moved: 0 });
    expect((await faultOf(move('yanchuang', staff))).code).toBe('invalid');
    expect((await faultOf(move('jianye', staff))).code).toBe('invalid');
    const { enterprise } = await getDossier({ id }, as());
    expect(enterprise).toMatchObject({ parkId: 'xin', subdistrictId: 'mochou' });
  });

  test('all are moved or none', async () => {
    const inside = await addEnterprise(database.db, { parkId: 'xin' });
    const outside = await addEnterprise(database.db, { parkId: 'xincheng' });
    const both = moveMany({ ids: [inside, outside], unitId: 'shazhou', reason: '调整' }, as(officer));
    expect((await faultOf(both)).code).toBe('not_found');
    expect((await getDossier({ id: inside }, as())).enterprise.subdistrictId).toBeNull();
  });
});

describe('an identity', () => {
  test('keeps its former name, and both are found', async () => {
    const { id } = await create({ name: '演示旧名称有限公司' });
    await updateEnterprise({ ...identity({ name: '演示新招牌有限公司' }), id, reason: '更名' }, as());
    expect((await find('旧名称')).map((row) => [row.id, row.name])).toEqual([[id, '演示新招牌有限公司']]);
    const { names } = await getDossier({ id }, as());
    expect(names.map((one) => [one.name, one.to])).toEqual([['演示旧名称有限公司', '2026-11-22']]);
    await updateEnterprise({ ...identity({ name: '演示新招牌有限公司', address: '甲' }), id, reason: '地址' }, as());
    expect(await find('旧名称')).toHaveLength(1);
  });

  test('gives its date of registration and industry to the rules, with a source', async () => {
    const { id } = await create({ name: '演示行业有限公司', registeredOn: '2019-05-06', industryCode: 'I6513' });
    const { facts, enterprise } = await getDossier({ id }, as());
    expect(enterprise).toMatchObject({
      registeredOn: '2019-05-06',
      industryCode: '6513',
      industryName: '应用软件开发',
    });
    expect(facts.map((one) => [one.fact, one.value])).toEqual([
      ['registrationDate', '2019-05-06'],
      ['industryCode', '6513'],
    ]);
    expect((await faultOf(create({ registeredOn: '2026-11-23' }))).code).toBe('invalid');
  });

  test('that looks like another one is proposed as its duplicate at once', async () => {
    const { id: first } = await create({ name: '演示（云杉）有限公司' });
    const { id: second } = await create({ name: '演示(云杉)有限公司' });
    const { rows } = await listDuplicates({ page: 1, pageSize: 100 }, as());
    const pair = rows.find((one) => one.right.id === second);
    expect(pair).toMatchObject({ left: { id: first }, reasons: [{ zh: '名称相同' }] });
  });

  test('that moved away stays, and can come back', async () => {
    const { id } = await create({ name: '演示候鸟有限公司' });
    await setEnterpriseState({ id, state: 'left', reason: '迁往外地' }, as());
    expect((await find('候鸟'))[0]).toMatchObject({ id, state: 'left' });
    expect((await faultOf(setEnterpriseState({ id, state: 'left', reason: '再次' }, as()))).code).toBe('conflict');
    await setEnterpriseState({ id, state: 'active', reason: '迁回' }, as());
  });
});

describe('certificates', () => {
  test('without a last day get the one of their kind, and are registered once', async () => {
    const { id } = await create({ name: '演示证书有限公司' });
    const given = {
      id,
      kind: 'hnte',
      level: null,
      certificateNo: 'GR202432000001',
      issuedOn: '2024-11-06',
      expiresOn: null,
      batch: null,
    };
    const { id: qualificationId } = await addQualification(given, as());
    const held = async () => (await getDossier({ id }, as())).qualifications[0];
    expect(await held()).toMatchObject({ expiresOn: '2027-11-05', status: 'valid' });
    expect((await faultOf(addQualification(given, as()))).code).toBe('conflict');
    expect((await faultOf(addQualification({ ...given, issuedOn: '2026-12-01' }, as()))).code).toBe('invalid');
    await revokeQualification({ id, qualificationId, on: '2026-11-01', reason: '取消资格' }, as());
    expect(await held()).toMatchObject({ status: 'revoked', revokedOn: '2026-11-01' });
    const again = revokeQualification({ id, qualificationId, on: '2026-11-01', reason: '取消资格' }, as());
    expect((await faultOf(again)).code).toBe('conflict');
  });
});

describe('contacts', () => {
  test('are masked until somebody who may asks, and the asking is on record without the number', async () => {
    const id = await addEnterprise(database.db, { parkId: 'xin' });
    await database.db
      .insertInto('contact')
      .values({
        enterprise_id: id,
        district: 'jianye',
        role: '联系人',
        name: '演示联系人',
        phone: '13812345678',
        email: 'demo@example.cn',
      })
      .execute();
    const [masked] = (await getDossier({ id }, as(officer))).contacts;
    expect(masked).toMatchObject({ name: '演**', phone: '138****5678', email: 'd***@example.cn', masked: true });
    const reveal = (user = officer) => revealContact({ id, contactId: masked!.id, reason: '走访' }, as(user));
    expect(await reveal()).toMatchObject({ phone: '13812345678', masked: false });
    const leader = viewer('leader', grantOf('leader', '/jianye/'));
    expect((await faultOf(reveal(leader))).code).toBe('forbidden');
    const events = await database.db
      .selectFrom('audit_event')
      .selectAll()
      .where('action', '=', 'contact.reveal')
      .execute();
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events[0])).not.toContain('1381234');
  });
});

test('every action that the dossier offers is really allowed, and every other refused', async () => {
  const id = await addEnterprise(database.db, { parkId: 'xin' });
  for (const user of [staff, officer, viewer('l', grantOf('leader', '/jianye/'))]) {
    const { actions } = await getDossier({ id }, as(user));
    const moved = await setEnterpriseState({ id, state: 'left', reason: '试' }, as(user)).then(
      () => setEnterpriseState({ id, state: 'active', reason: '试' }, as(user)).then(() => true),
      () => false,
    );
    expect(actions['enterprise.edit']?.allowed).toBe(moved);
    for (const one of Object.values(actions)) expect(one.allowed).toBe(one.why === null);
  }
});
