import type { JobKind } from '../../platform/jobs/index.ts';
import { findDuplicates } from './find-duplicates.ts';

/** Every night, after the imports of the day. */
export const DUPLICATES_CRON = '40 3 * * *';

export const duplicatesJob: JobKind<{ district?: string }> = {
  kind: 'registry.duplicates',
  title: { zh: '查找疑似重复企业', en: 'Look for duplicate enterprises' },
  oneAtATime: ({ district = '' }) => district,
  run: async ({ district }, { db, signal, report }) => {
    const known = await db.selectFrom('enterprise').select('district').distinct().execute();
    const districts = district === undefined ? known.map((row) => row.district) : [district];
    let open = 0;
    for (const [index, one] of districts.entries()) {
      signal.throwIfAborted();
      open += await db.transaction().execute((tx) => findDuplicates(tx, { district: one, ids: null }));
      await report((index + 1) / districts.length);
    }
    return { open };
  },
};
