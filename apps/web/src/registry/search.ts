import { type ListSearch, read, readPaging } from '../shell/url/search.ts';

export const states = ['active', 'left', 'cancelled', 'merged'] as const;
export const codeStatuses = ['valid', 'old', 'check_fails', 'malformed', 'absent'] as const;
export const sortColumns = ['name', 'creditCode', 'registeredOn', 'revenue', 'rd', 'staff', 'updatedAt'] as const;

/** What the enterprise list keeps in its address: the contract's filters, paging and sorting, and the shown columns. */
export interface EnterpriseSearch extends ListSearch {
  q?: string;
  unit?: string[];
  industry?: string[];
  holds?: string[];
  state?: (typeof states)[number][];
  codeStatus?: (typeof codeStatuses)[number][];
  registeredFrom?: string;
  registeredTo?: string;
  revenueMin?: number;
  revenueMax?: number;
  needsReview?: true;
  sort?: (typeof sortColumns)[number];
  columns?: string[];
}

export function readEnterpriseSearch(search: Record<string, unknown>): EnterpriseSearch {
  return {
    q: read.text(search, 'q'),
    unit: read.list(search, 'unit'),
    industry: read.list(search, 'industry'),
    holds: read.list(search, 'holds'),
    state: read.someOf(search, 'state', states),
    codeStatus: read.someOf(search, 'codeStatus', codeStatuses),
    registeredFrom: read.day(search, 'registeredFrom'),
    registeredTo: read.day(search, 'registeredTo'),
    revenueMin: read.number(search, 'revenueMin'),
    revenueMax: read.number(search, 'revenueMax'),
    needsReview: read.flag(search, 'needsReview'),
    sort: read.oneOf(search, 'sort', sortColumns),
    columns: read.list(search, 'columns'),
    ...readPaging(search),
  };
}

/** The filters alone: what an export takes, and whether there are any to clear. */
export function filtersOf(search: EnterpriseSearch) {
  const { page: _page, pageSize: _size, sort: _sort, order: _order, columns: _columns, ...filters } = search;
  return filters;
}

export function hasFilters(search: EnterpriseSearch): boolean {
  return Object.values(filtersOf(search)).some((value) => value !== undefined);
}
