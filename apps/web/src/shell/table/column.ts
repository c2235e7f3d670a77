import type { ReactNode } from 'react';

/** One column of a list. `key` names it in the address, in column settings and, when sortable, to the server. */
export interface Column<Row> {
  key: string;
  title: string;
  /** Written once in the header, never in the cells. */
  unit?: string;
  /** Right-aligned tabular figures. */
  numeric?: boolean;
  sortable?: boolean;
  /** Smallest width in px. */
  width?: number;
  /** Hidden until somebody switches it on in column settings. */
  optional?: boolean;
  render(row: Row): ReactNode;
}

export type Order = 'asc' | 'desc';

/** Visible columns by key; the first column is the row's name and cannot be hidden. */
export function visibleColumns<Row>(columns: readonly Column<Row>[], chosen: readonly string[] | undefined) {
  return columns.filter((column, at) => at === 0 || (chosen ? chosen.includes(column.key) : !column.optional));
}

/** What a press on a header asks for: ascending first, then descending, then ascending again. */
export function nextOrder(key: string, sort: string | undefined, order: Order | undefined): Order {
  return sort === key && order !== 'desc' ? 'desc' : 'asc';
}
