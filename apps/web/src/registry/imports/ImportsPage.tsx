import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Answers, api } from '../../shell/client.ts';
import { moment } from '../../shell/format/date.ts';
import { number } from '../../shell/format/number.ts';
import { useCopy } from '../../shell/language.tsx';
import { Page, Section } from '../../shell/parts/Page.tsx';
import { Shown } from '../../shell/parts/States.tsx';
import type { Column } from '../../shell/table/column.ts';
import { DataTable } from '../../shell/table/DataTable.tsx';
import { Pager } from '../../shell/table/Pager.tsx';
import { importCopy } from './copy.ts';
import { ImportStateMark } from './ImportStateMark.tsx';
import { UploadForm } from './UploadForm.tsx';

type Row = Answers['registry']['imports']['list']['rows'][number];

const route = getRouteApi('/_in/imports/');

/** 数据导入: a new file, and what was imported before. */
export function ImportsPage() {
  const t = useCopy(importCopy);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery(
    api.registry.imports.list.queryOptions({ input: search, placeholderData: keepPreviousData, staleTime: 0 }),
  );
  const count = (key: keyof Row['counts']) => ({
    key,
    title: t[key],
    numeric: true,
    render: (row: Row) => number(row.counts[key]),
  });
  const columns: Column<Row>[] = [
    {
      key: 'file',
      title: t.file,
      width: 240,
      render: (row) => (
        <Link to="/imports/$id" params={{ id: String(row.id) }}>
          {row.fileName}
        </Link>
      ),
    },
    { key: 'state', title: t.state, render: (row) => <ImportStateMark state={row.state} /> },
    count('rows'),
    count('created'),
    count('updated'),
    count('rejected'),
    count('reviews'),
    { key: 'startedAt', title: t.startedAt, width: 140, render: (row) => moment(row.startedAt) },
  ];
  return (
    <Page title={t.imports} lead={t.importsLead}>
      <Section title={t.upload}>
        <UploadForm />
      </Section>
      <Section title={t.records}>
        <Shown query={list} lines={3}>
          {({ rows, total }) => (
            <>
              <DataTable
                label={t.records}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.id}
                busy={list.isPlaceholderData}
                empty={t.noRecords}
              />
              <Pager
                page={search.page ?? 1}
                pageSize={search.pageSize ?? 50}
                total={total}
                onChange={(page, pageSize) => void navigate({ search: { ...search, page, pageSize } })}
              />
            </>
          )}
        </Shown>
      </Section>
    </Page>
  );
}
