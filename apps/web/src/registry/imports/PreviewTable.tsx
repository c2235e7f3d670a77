import { useCopy } from '../../shell/language.tsx';
import { Dash } from '../../shell/parts/Amount.tsx';
import type { Column } from '../../shell/table/column.ts';
import { DataTable } from '../../shell/table/DataTable.tsx';
import { importCopy } from './copy.ts';
import type { ImportView } from './ImportPage.tsx';

type Row = ImportView['preview'][number];

/** The first rows as they stand in the file; rows with problems are marked. */
export function PreviewTable({ view }: { view: ImportView }) {
  const t = useCopy(importCopy);
  const wrong = new Set(view.problems.filter((p) => p.severity === 'error').map((p) => p.rowNo));
  const columns: Column<Row>[] = [
    {
      key: 'row',
      title: t.row,
      width: 88,
      render: (row) => (
        <>
          {row.rowNo} {wrong.has(row.rowNo) && <span className="tag warn">{t.error}</span>}
        </>
      ),
    },
    ...view.mapping.map((column, at) => ({
      key: String(column.column),
      title: column.header,
      render: (row: Row) => row.cells[at] ?? <Dash />,
    })),
  ];
  return <DataTable label={t.preview} columns={columns} rows={view.preview} rowKey={(row) => row.rowNo} />;
}
