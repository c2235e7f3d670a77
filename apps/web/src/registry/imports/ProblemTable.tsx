import { useCopy, useSay } from '../../shell/language.tsx';
import { Dash } from '../../shell/parts/Amount.tsx';
import { Mark } from '../../shell/parts/Marks.tsx';
import type { Column } from '../../shell/table/column.ts';
import { DataTable } from '../../shell/table/DataTable.tsx';
import { importCopy } from './copy.ts';
import type { ImportView } from './ImportPage.tsx';

type Problem = ImportView['problems'][number];

/** Row by row what could not be taken as it is, and what to do about it. */
export function ProblemTable({ problems, empty }: { problems: readonly Problem[]; empty: string }) {
  const t = useCopy(importCopy);
  const say = useSay();
  const columns: Column<Problem & { at: number }>[] = [
    { key: 'row', title: t.row, width: 64, render: (row) => row.rowNo },
    {
      key: 'level',
      title: t.level,
      render: (row) => (
        <Mark tone={row.severity === 'error' ? 'bad' : 'warn'}>{row.severity === 'error' ? t.error : t.warning}</Mark>
      ),
    },
    { key: 'column', title: t.column, width: 140, render: (row) => row.column ?? <Dash /> },
    { key: 'value', title: t.value, render: (row) => row.value ?? <Dash /> },
    { key: 'problem', title: t.problem, width: 360, render: (row) => say(row.message) },
  ];
  const rows = problems.map((problem, at) => ({ ...problem, at }));
  return <DataTable label={t.problems} columns={columns} rows={rows} rowKey={(row) => row.at} empty={empty} />;
}
