import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../shell/client.ts';
import { useCopy, useLanguage } from '../shell/language.tsx';
import { ActionButton } from '../shell/parts/ActionButton.tsx';
import { ExportButton } from '../shell/parts/ExportButton.tsx';
import { LinkButton } from '../shell/parts/LinkButton.tsx';
import { Page } from '../shell/parts/Page.tsx';
import { Shown } from '../shell/parts/States.tsx';
import { useMay } from '../shell/session.ts';
import { ColumnSettings } from '../shell/table/ColumnSettings.tsx';
import { visibleColumns } from '../shell/table/column.ts';
import { DataTable } from '../shell/table/DataTable.tsx';
import { Pager } from '../shell/table/Pager.tsx';
import { SavedViews } from '../shell/table/SavedViews.tsx';
import { stringifySearch, withFilter } from '../shell/url/search.ts';
import { BatchBar } from './BatchBar.tsx';
import { enterpriseColumns } from './columns.tsx';
import { registryCopy } from './copy.ts';
import { EnterpriseFilters } from './EnterpriseFilters.tsx';
import { identityCopy } from './identity/copy.ts';
import { EnterpriseDialog } from './identity/EnterpriseDialog.tsx';
import { useKindName } from './qualification-kinds.ts';
import { type EnterpriseSearch, filtersOf, sortColumns } from './search.ts';

const route = getRouteApi('/_in/enterprises/');

/** 企业列表. The pattern of every list page: state in the address, rows from the server, export by the same filters. */
export function EnterpriseList() {
  const t = useCopy(registryCopy);
  const identity = useCopy(identityCopy);
  const { language } = useLanguage();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [creating, setCreating] = useState(false);
  const kindName = useKindName();

  const change = (next: EnterpriseSearch) => navigate({ search: next, replace: false });
  const filter = (changed: Partial<EnterpriseSearch>) => change(withFilter(search, changed));
  const { columns: chosen, ...input } = search;
  const list = useQuery(
    api.registry.enterprises.list.queryOptions({ input, placeholderData: keepPreviousData, staleTime: 5_000 }),
  );
  const columns = enterpriseColumns(language, kindName);

  return (
    <Page
      title={t.enterprises}
      lead={t.latestYear}
      actions={
        <>
          <ActionButton
            disabledReason={may('enterprise.edit') ? undefined : identity.mayNotCreate}
            onClick={() => setCreating(true)}
          >
            {identity.create}
          </ActionButton>
          <LinkButton to="/imports" disabledReason={may('enterprise.import') ? undefined : t.mayNotImport}>
            {t.importData}
          </LinkButton>
          <ExportButton
            path="enterprises.xlsx"
            filters={filtersOf(search)}
            disabledReason={may('enterprise.export') ? undefined : t.mayNotExport}
          />
        </>
      }
    >
      <div className="table-frame">
        <search className="filter-bar">
          <EnterpriseFilters
            search={search}
            onChange={filter}
            onClear={() => change({ sort: search.sort, order: search.order, columns: chosen })}
          />
          <div className="end">
            <SavedViews page="enterprises" query={stringifySearch({ ...search, page: undefined })} />
            <ColumnSettings
              columns={columns}
              chosen={chosen}
              onChange={(next) => change({ ...search, columns: next })}
            />
          </div>
        </search>
        {selected.size > 0 && <BatchBar selected={selected} onDone={() => setSelected(new Set())} />}
        <Shown query={list} lines={10}>
          {({ rows, total }) => (
            <>
              <DataTable
                dense
                label={t.enterprises}
                columns={visibleColumns(columns, chosen)}
                rows={rows}
                rowKey={(row) => row.id}
                rowName={(row) => row.name}
                sort={search.sort ?? 'name'}
                order={search.order ?? 'asc'}
                onSort={(key, order) => filter({ sort: sortColumns.find((column) => column === key), order })}
                selection={{ selected, onChange: setSelected }}
                busy={list.isPlaceholderData}
                empty={t.noEnterprises}
              />
              <Pager
                page={search.page ?? 1}
                pageSize={search.pageSize ?? 50}
                total={total}
                onChange={(page, pageSize) => change({ ...search, page, pageSize })}
              />
            </>
          )}
        </Shown>
      </div>
      {creating && <EnterpriseDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}
