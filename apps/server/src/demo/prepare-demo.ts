import { createDemoAccounts } from '../identity/index.ts';
import { createCensus, runCensus } from '../ladder/index.ts';
import { appendAudit } from '../platform/audit/index.ts';
import { programContent } from '../platform/content/index.ts';
import type { Platform } from '../platform/platform.ts';
import { loadDemo, todayOf } from '../registry/index.ts';

export type DemoStep = 'enterprises' | 'census';

export interface DemoOptions {
  district: string;
  /** Default 12,000. */
  count?: number;
  progress?: (step: DemoStep, share: number, detail: string) => void;
}

const SEED = 20_201_231;
const COUNT = 12_000;

/**
 * Fills an empty district with synthetic enterprises, gives the demonstration one account for each role, and judges
 * the district at the ends of the last years and today, so that history and movement are there to be seen.
 * What is there already is left as it is.
 * @returns enterprises loaded now.
 * @throws DistrictInUse when the district holds real enterprises.
 */
export async function prepareDemo(
  platform: Platform,
  { district, count = COUNT, progress }: DemoOptions,
): Promise<number> {
  const { database, db, clock } = platform;
  const today = todayOf(clock);
  const lastYear = Number(today.slice(0, 4)) - 1;
  const loaded = await loadDemo(database, {
    district,
    count,
    seed: SEED,
    lastYear,
    today,
    now: clock.now(),
    progress: (share) => progress?.('enterprises', share, ''),
  });
  await db.transaction().execute(async (tx) => {
    await createDemoAccounts(tx, district, clock);
    if (loaded === 0) return;
    const entry = {
      action: 'demo.load',
      subject: { kind: 'district', id: district },
      district,
      detail: { enterprises: loaded },
    };
    await appendAudit(tx, { user: null, clock }, entry);
  });
  const judged = await db.selectFrom('census').select('id').where('district', '=', district).executeTakeFirst();
  if (judged) return loaded;
  const days = [lastYear - 2, lastYear - 1, lastYear].map((year) => `${year}-12-31`);
  for (const asOf of [...days, today]) {
    const census = await db.transaction().execute((tx) => createCensus(tx, { district, asOf, startedBy: null }));
    await runCensus(census, {
      database,
      content: programContent(),
      report: async (share) => progress?.('census', share, asOf),
    });
    progress?.('census', 1, asOf);
  }
  return loaded;
}
