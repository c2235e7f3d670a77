import { read } from '../shell/url/search.ts';

/** What a dossier keeps in its address, so that a link opens the same rule, fact and day. */
export interface DossierSearch {
  /** The rule whose verdict is unfolded. */
  rule?: string;
  /** Judged as of this day; today when absent. */
  asOf?: string;
  /** The fact whose sources are shown, with its year (absent = standing). */
  fact?: string;
  year?: number;
}

export function readDossierSearch(search: Record<string, unknown>): DossierSearch {
  return {
    rule: read.text(search, 'rule'),
    asOf: read.day(search, 'asOf'),
    fact: read.text(search, 'fact'),
    year: read.whole(search, 'year', 1900, 2200),
  };
}
