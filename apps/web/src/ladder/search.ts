import { type ListSearch, read, readPaging } from '../shell/url/search.ts';

export const verdicts = ['met', 'not_met', 'unknown'] as const;
export const ladderSorts = ['name', 'effort', 'since'] as const;
export const heldChoices = ['true', 'false'] as const;
export const calendarKinds = ['expiry', 'duty', 'age_reached'] as const;
export const movementKinds = ['entered', 'left'] as const;

/** The rule that most people come for. */
export const firstRule = 'hnte';

/** State of the lists by rule: verdicts and near-misses. */
export interface LadderSearch extends ListSearch {
  rule?: string;
  unit?: string[];
  q?: string;
  verdict?: (typeof verdicts)[number][];
  /** In words, because an address keeps no `false`: absent is "either". */
  held?: (typeof heldChoices)[number];
  criterion?: string;
  withinPercent?: number;
  sort?: (typeof ladderSorts)[number];
}

export function readLadderSearch(search: Record<string, unknown>): LadderSearch {
  const within = read.number(search, 'withinPercent');
  return {
    rule: read.text(search, 'rule'),
    unit: read.list(search, 'unit'),
    q: read.text(search, 'q'),
    verdict: read.someOf(search, 'verdict', verdicts),
    held: read.oneOf(search, 'held', heldChoices),
    criterion: read.text(search, 'criterion'),
    withinPercent: within === undefined || within < 0 || within > 100 ? undefined : within,
    sort: read.oneOf(search, 'sort', ladderSorts),
    ...readPaging(search),
  };
}

export interface CalendarSearch extends ListSearch {
  from?: string;
  to?: string;
  unit?: string[];
  kind?: (typeof calendarKinds)[number][];
}

export function readCalendarSearch(search: Record<string, unknown>): CalendarSearch {
  return {
    from: read.day(search, 'from'),
    to: read.day(search, 'to'),
    unit: read.list(search, 'unit'),
    kind: read.someOf(search, 'kind', calendarKinds),
    ...readPaging(search),
  };
}

export interface MovementSearch extends ListSearch {
  from?: string;
  to?: string;
  rule?: string;
  unit?: string[];
  kind?: (typeof movementKinds)[number];
}

export function readMovementSearch(search: Record<string, unknown>): MovementSearch {
  return {
    from: read.day(search, 'from'),
    to: read.day(search, 'to'),
    rule: read.text(search, 'rule'),
    unit: read.list(search, 'unit'),
    kind: read.oneOf(search, 'kind', movementKinds),
    ...readPaging(search),
  };
}

/** The ISO date some months from another, the day kept within its month. */
export function monthsFrom(iso: string, months: number): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
