import { read } from '../shell/url/search.ts';

/** State of the board: the unit whose parts are shown, and on a phone the one tier that fits. */
export interface BoardSearch {
  unit?: string;
  tier?: string;
}

export function readBoardSearch(search: Record<string, unknown>): BoardSearch {
  return { unit: read.text(search, 'unit'), tier: read.text(search, 'tier') };
}
