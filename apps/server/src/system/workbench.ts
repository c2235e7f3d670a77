import type { Outputs } from '@forest/api';
import { mayAnywhere } from '@forest/domain';
import { workbenchCounts } from '../registry/index.ts';
import type { UseCase } from './use-case.ts';

type Tile = Outputs['system']['workbench']['tiles'][number];

/** What waits for the viewer, each number opening to its own rows. */
export async function showWorkbench({ db, clock, user }: UseCase): Promise<Outputs['system']['workbench']> {
  const tiles: Tile[] = [];
  const tile = (id: string, zh: string, en: string, value: number, href: string, light: Tile['light']) =>
    tiles.push({ id, title: { zh, en }, value, href, light });
  if (mayAnywhere(user, 'enterprise.read')) {
    const counts = await workbenchCounts(db, user, clock);
    tile('enterprises', '企业', 'Enterprises', counts.enterprises, '/enterprises', null);
    tile('reviews', '待核实', 'To be checked', counts.reviews, '/reviews', waiting(counts.reviews));
    tile('conflicts', '数据冲突', 'Conflicts', counts.conflicts, '/conflicts', waiting(counts.conflicts));
    const { from, to } = counts.expiryWindow;
    const window = `from=${from}&to=${to}&kind=expiry`;
    tile(
      'expiring',
      '90 天内到期的资质',
      'Expiring in 90 days',
      counts.expiring,
      `/calendar?${window}`,
      waiting(counts.expiring),
    );
    if (mayAnywhere(user, 'enterprise.merge'))
      tile(
        'duplicates',
        '疑似重复',
        'Possible duplicates',
        counts.duplicates,
        '/duplicates',
        waiting(counts.duplicates),
      );
  }
  return { tiles };
}

function waiting(count: number): Tile['light'] {
  return count === 0 ? 'normal' : 'warning';
}
