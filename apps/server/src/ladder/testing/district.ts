import type { UnitSource } from '@forest/domain';
import type { Database } from '../../platform/database/index.ts';
import { loadDemo, seedOrganisation } from '../../registry/index.ts';

const unit = (id: string, kind: UnitSource['kind'], units: UnitSource[] = []): UnitSource => ({
  id,
  kind,
  name: { zh: id, en: id },
  units,
});

const organisation = [
  unit('jianye', 'district', [
    unit('xincheng', 'park', [unit('tower', 'carrier')]),
    unit('gaoxin', 'park'),
    unit('mochou', 'subdistrict'),
    unit('shazhou', 'subdistrict'),
  ]),
  unit('jiangbei', 'district', [unit('yanchuang', 'park'), unit('dingshan', 'subdistrict')]),
];

/** District jianye with synthetic enterprises, and an empty jiangbei. */
export async function demoDistrict(
  database: Database,
  { count, now, seed = 5 }: { count: number; now: string; seed?: number },
): Promise<void> {
  await database.db.transaction().execute((tx) => seedOrganisation(tx, organisation));
  const lastYear = Number(now.slice(0, 4)) - 1;
  await loadDemo(database, { district: 'jianye', count, seed, lastYear, today: now.slice(0, 10), now: new Date(now) });
}
