import type { JobKind } from '../../platform/jobs/index.ts';
import { figuresYearOf } from '../today.ts';
import { turnFigures } from './figures.ts';

/** Just after midnight; there is something to do on 1 January only. */
export const FIGURES_CRON = '5 0 * * *';

export const figuresJob: JobKind = {
  kind: 'registry.figures',
  title: { zh: '更新列表的年度数据', en: 'Move the lists on to the new year' },
  oneAtATime: () => '',
  run: async (_, { db, clock }) => {
    const districts = await db.selectFrom('enterprise').select('district').distinct().execute();
    let turned = 0;
    for (const { district } of districts)
      turned += await db.transaction().execute((tx) => turnFigures(tx, district, figuresYearOf(clock)));
    return { turned };
  },
};
