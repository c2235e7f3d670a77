import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Answers, api } from '../shell/client.ts';
import { type Language, speak, useCopy, useLanguage } from '../shell/language.tsx';
import { Dash } from '../shell/parts/Amount.tsx';
import { ExportButton } from '../shell/parts/ExportButton.tsx';
import { ManyChoice } from '../shell/parts/ManyChoice.tsx';
import { LightMark } from '../shell/parts/Marks.tsx';
import { Page } from '../shell/parts/Page.tsx';
import { Shown } from '../shell/parts/States.tsx';
import { useMay } from '../shell/session.ts';
import type { Column } from '../shell/table/column.ts';
import { DataTable } from '../shell/table/DataTable.tsx';
import { Pager } from '../shell/table/Pager.tsx';
import { useUnitOptions } from '../shell/units.ts';
import { withFilter } from '../shell/url/search.ts';
import { ladderCopy } from './copy.ts';
import { Period } from './Period.tsx';
import { type CalendarSearch, calendarKinds, monthsFrom } from './search.ts';
import { useToday } from './today.ts';

const route = getRouteApi('/_in/calendar');

type Entry = Answers['ladder']['calendar']['rows'][number];

/** 到期与年报日历: what falls due for whom, the next three months unless asked otherwise. */
export function CalendarList() {
  const t = useCopy(ladderCopy);
  const { language } = useLanguage();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const units = useUnitOptions(['park', 'subdistrict', 'carrier']);
  const today = useToday();
  const change = (next: CalendarSearch) => navigate({ search: next });
  const filter = (changed: Partial<CalendarSearch>) => change(withFilter(search, changed));
  const input = { ...search, from: search.from ?? today, to: search.to ?? monthsFrom(search.from ?? today, 3) };
  const list = useQuery(api.ladder.calendar.queryOptions({ input, placeholderData: keepPreviousData }));
  return (
    <Page
      title={t.calendar}
      lead={t.calendarLead}
      actions={
        <ExportButton
          path="ladder/calendar.xlsx"
          filters={input}
          disabledReason={may('enterprise.export') ? undefined : t.mayNotExport}
        />
      }
    >
      <div className="table-frame">
        <search className="filter-bar ladder-filters">
          <Period from={input.from} to={input.to} onChange={filter} />
          <ManyChoice label={t.unit} value={search.unit} options={units} onChange={(unit) => filter({ unit })} />
          <ManyChoice
            label={t.kind}
            value={search.kind}
            options={calendarKinds.map((value) => ({ value, label: t[value] }))}
            onChange={(chosen) => filter({ kind: calendarKinds.filter((one) => chosen?.includes(one)) })}
          />
        </search>
        <Shown query={list} lines={10}>
          {({ rows, total }) => (
            <>
              <DataTable
                label={t.calendar}
                columns={columns(language)}
                rows={rows}
                rowKey={(row) => `${row.on}/${row.enterpriseId}/${row.title.zh}`}
                busy={list.isPlaceholderData}
                empty={t.noDates}
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
    </Page>
  );
}

function columns(language: Language): Column<Entry>[] {
  const t = speak(ladderCopy, language);
  return [
    {
      key: 'name',
      title: t.enterprise,
      width: 244,
      render: (row) => (
        <Link to="/enterprises/$id" params={{ id: String(row.enterpriseId) }}>
          {row.name}
        </Link>
      ),
    },
    { key: 'on', title: t.date, width: 100, render: (row) => <span className="code">{row.on}</span> },
    { key: 'light', title: t.light, width: 80, render: (row) => <LightMark light={row.light} /> },
    { key: 'kind', title: t.kind, width: 88, render: (row) => t[row.kind] },
    { key: 'title', title: t.matter, width: 240, render: (row) => row.title[language] },
    { key: 'article', title: t.article, width: 140, render: (row) => row.article ?? <Dash /> },
    { key: 'unit', title: t.unit, width: 100, render: (row) => row.unit?.[language] ?? <Dash /> },
  ];
}
