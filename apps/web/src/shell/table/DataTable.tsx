import type { ReactNode } from 'react';
import { shellCopy } from '../copy.ts';
import { useCopy } from '../language.tsx';
import type { Column, Order } from './column.ts';
import { HeadCell } from './HeadCell.tsx';
import { reachableWhenScrolling } from './scrolling.ts';

export interface Selection {
  selected: ReadonlySet<number>;
  onChange(selected: ReadonlySet<number>): void;
}

interface DataTableProps<Row> {
  /** Names the table for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): number | string;
  /** The row in words, for its checkbox; needed with `selection`. */
  rowName?(row: Row): string;
  sort?: string;
  order?: Order;
  onSort?(sort: string, order: Order): void;
  selection?: Selection;
  /** Every row exactly one line: for long lists that are scanned, not read. */
  dense?: boolean;
  /** Older rows are shown while newer ones are fetched. */
  busy?: boolean;
  empty?: ReactNode;
  /** Rows that belong to what is open elsewhere on the page. */
  isCurrent?(row: Row): boolean;
}

/**
 * A native table: sticky header and first column, 38 px rows; on a phone every row becomes a card (see table.css).
 * Native elements keep the reading order and the names that widget libraries lose with split sticky tables.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, selection, rowKey } = props;
  const t = useCopy(shellCopy);
  const ids = selection ? rows.map((row) => Number(rowKey(row))) : [];
  const allChosen = ids.length > 0 && ids.every((id) => selection?.selected.has(id));
  return (
    <section className="table-scroll" aria-label={props.label} aria-busy={props.busy} ref={reachableWhenScrolling}>
      <table className={`data-table${selection ? ' selectable' : ''}${props.dense ? ' dense' : ''}`}>
        <caption className="sr-only">{props.label}</caption>
        <thead>
          <tr>
            {selection && (
              <th scope="col" className="select-cell">
                <input
                  type="checkbox"
                  aria-label={t.selectAll}
                  checked={allChosen}
                  onChange={() => selection.onChange(toggled(selection.selected, ids, !allChosen))}
                />
              </th>
            )}
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={props.sort} order={props.order} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const id = rowKey(row);
            return (
              <tr key={id} aria-current={props.isCurrent?.(row) ? 'true' : undefined}>
                {selection && (
                  <td className="select-cell">
                    <input
                      type="checkbox"
                      aria-label={t.selectRow(props.rowName?.(row) ?? String(id))}
                      checked={selection.selected.has(Number(id))}
                      onChange={(e) => selection.onChange(toggled(selection.selected, [Number(id)], e.target.checked))}
                    />
                  </td>
                )}
                {columns.map((column, at) => (
                  <Cell key={column.key} column={column} row={row} isName={at === 0} />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length === 0 && <p className="table-empty">{props.empty ?? t.nothing}</p>}
    </section>
  );
}

function Cell<Row>({ column, row, isName }: { column: Column<Row>; row: Row; isName: boolean }) {
  const label = column.unit ? `${column.title}（${column.unit}）` : column.title;
  const className = column.numeric ? 'numeric' : undefined;
  return isName ? (
    <th scope="row" className="name-cell">
      {column.render(row)}
    </th>
  ) : (
    <td className={className} data-label={label}>
      {column.render(row)}
    </td>
  );
}

function toggled(selected: ReadonlySet<number>, ids: readonly number[], on: boolean): ReadonlySet<number> {
  const next = new Set(selected);
  for (const id of ids) on ? next.add(id) : next.delete(id);
  return next;
}
