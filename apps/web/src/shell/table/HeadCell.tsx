import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import { shellCopy } from '../copy.ts';
import { useCopy } from '../language.tsx';
import { type Column, nextOrder, type Order } from './column.ts';

/** The smallest width goes to the stylesheet as a variable, so that a print may be narrower. */
declare module 'react' {
  interface CSSProperties {
    '--column-width'?: string;
  }
}

interface HeadCellProps<Row> {
  column: Column<Row>;
  sort?: string;
  order?: Order;
  onSort?(sort: string, order: Order): void;
}

/** A column's header: its name and unit; when sortable, a button that says so and an `aria-sort` that says how. */
export function HeadCell<Row>({ column, sort, order, onSort }: HeadCellProps<Row>) {
  const t = useCopy(shellCopy);
  const active = sort === column.key;
  const label = (
    <>
      {column.title}
      {column.unit && <span className="unit">（{column.unit}）</span>}
    </>
  );
  return (
    <th
      scope="col"
      className={column.numeric ? 'numeric' : undefined}
      style={column.width ? { '--column-width': `${column.width}px` } : undefined}
      aria-sort={active ? (order === 'desc' ? 'descending' : 'ascending') : undefined}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          className="sort"
          title={t.sortBy(column.title)}
          onClick={() => onSort(column.key, nextOrder(column.key, sort, order))}
        >
          {label}
          <span className={`carets ${active ? (order ?? 'asc') : ''}`} aria-hidden="true">
            <CaretUpFilled />
            <CaretDownFilled />
          </span>
        </button>
      ) : (
        label
      )}
    </th>
  );
}
