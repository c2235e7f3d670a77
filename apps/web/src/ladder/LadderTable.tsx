import type { ReactNode } from 'react';
import { useCopy, useLanguage } from '../shell/language.tsx';
import { Shown } from '../shell/parts/States.tsx';
import { DataTable } from '../shell/table/DataTable.tsx';
import { Pager } from '../shell/table/Pager.tsx';
import { type LadderRow, ladderColumns } from './columns.tsx';
import { ladderCopy } from './copy.ts';
import { type LadderSearch, ladderSorts } from './search.ts';

interface LadderTableProps {
  label: string;
  filters: ReactNode;
  query: {
    data: { rows: LadderRow[]; total: number } | undefined;
    error: unknown;
    isPlaceholderData: boolean;
    refetch(): unknown;
  };
  search: LadderSearch;
  sort: (typeof ladderSorts)[number];
  /** Rows are one step away, all of them unmet. */
  near?: boolean;
  onChange(change: LadderSearch): void;
}

/** The table under both lists by rule. */
export function LadderTable({ label, filters, query, search, sort, near = false, onChange }: LadderTableProps) {
  const t = useCopy(ladderCopy);
  const { language } = useLanguage();
  return (
    <div className="table-frame">
      <search className="filter-bar ladder-filters">{filters}</search>
      <Shown query={query} lines={10}>
        {({ rows, total }) => (
          <>
            <DataTable
              label={label}
              columns={ladderColumns(language, near)}
              rows={rows}
              rowKey={(row) => row.enterpriseId}
              sort={search.sort ?? sort}
              order={search.order ?? 'asc'}
              onSort={(key, order) =>
                onChange({ ...search, page: undefined, sort: ladderSorts.find((column) => column === key), order })
              }
              busy={query.isPlaceholderData}
              empty={t.noRows}
            />
            <Pager
              page={search.page ?? 1}
              pageSize={search.pageSize ?? 50}
              total={total}
              onChange={(page, pageSize) => onChange({ ...search, page, pageSize })}
            />
          </>
        )}
      </Shown>
    </div>
  );
}
