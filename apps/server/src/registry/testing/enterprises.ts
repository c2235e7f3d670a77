import type { Grant, Role, UnitSource } from '@forest/domain';
import type { Db, Tx } from '../../platform/database/index.ts';
import { type Identity, identityColumns } from '../enterprise/identity.ts';
import { seedOrganisation } from '../organisation/seed.ts';
import { readUnits } from '../organisation/units.ts';

const unit = (id: string, kind: UnitSource['kind'], units: UnitSource[] = []): UnitSource => ({
  id,
  kind,
  name: { zh: id, en: id },
  units,
});

/** A small tree of two districts, with two parks whose names begin alike. */
export const testOrganisation: UnitSource[] = [
  unit('jianye', 'district', [
    unit('xin', 'park'),
    unit('xincheng', 'park', [unit('tower', 'carrier')]),
    unit('mochou', 'subdistrict'),
    unit('shazhou', 'subdistrict'),
  ]),
  unit('jiangbei', 'district', [unit('yanchuang', 'park')]),
];

export async function seedTestOrganisation(db: Db): Promise<void> {
  await db.transaction().execute((tx) => seedOrganisation(tx, testOrganisation));
}

/** An enterprise of district jianye unless said otherwise. @returns its id. */
export async function addEnterprise(db: Db | Tx, about: Partial<Identity> & { demo?: boolean } = {}): Promise<number> {
  const { demo = true, ...rest } = about;
  const identity: Identity = {
    district: 'jianye',
    name: '演示科技有限公司',
    creditCode: null,
    address: null,
    subdistrictId: null,
    parkId: null,
    carrierId: null,
    ...rest,
  };
  const { id } = await db
    .insertInto('enterprise')
    .values({ ...identityColumns(identity, await readUnits(db)), demo })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export function grantOf(role: Role, unitPath: string, enterpriseId: number | null = null): Grant {
  return { role, unitPath, district: unitPath.split('/')[1] || null, enterpriseId };
}
