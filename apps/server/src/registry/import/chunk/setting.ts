import type { Gazetteer } from '@forest/intake';
import type { Units } from '../../organisation/units.ts';
import type { PlaceFinder } from './places.ts';

/** What stays the same for all blocks of one import. */
export interface ImportSetting {
  importId: number;
  district: string;
  source: string;
  /** Time that the file's statements carry: when the import was started, so that a resumed one says the same. */
  statedAt: Date;
  startedBy: string | null;
  /** Last full accounting year. */
  figuresYear: number;
  units: Units;
  places: PlaceFinder;
  gazetteer: Gazetteer;
  /** Of an enterprise with several reporting years, the row that says who and where it is; null = every row. */
  identityRows: ReadonlyMap<string, number> | null;
}
