import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Answers, api } from '../shell/client.ts';
import { shellCopy } from '../shell/copy.ts';
import { number } from '../shell/format/number.ts';
import { type Language, speak, useCopy, useLanguage } from '../shell/language.tsx';
import { Dash } from '../shell/parts/Amount.tsx';
import { Choice } from '../shell/parts/Choice.tsx';
import { ExportButton } from '../shell/parts/ExportButton.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { Mark } from '../shell/parts/Marks.tsx';
import { Page, Section } from '../shell/parts/Page.tsx';
import { Shown } from '../shell/parts/States.tsx';
import { useMay } from '../shell/session.ts';
import type { Column } from '../shell/table/column.ts';
import { DataTable } from '../shell/table/DataTable.tsx';
import { Pager } from '../shell/table/Pager.tsx';
import { withFilter } from '../shell/url/search.ts';
import { ladderCopy } from './copy.ts';
import { Period } from './Period.tsx';
import { useRuleOptions } from './rules.ts';
import { type MovementSearch, monthsFrom, movementKinds } from './search.ts';
import { useToday } from './today.ts';

const route = getRouteApi('/_in/movement');

type Move = Answers['ladder']['movement']['rows'][number];
type Sum = Answers['ladder']['movement']['summary'][number];

/** 入、升、退 between two days, the last twelve months unless asked otherwise. */
export function MovementList() {
  const t = useCopy(ladderCopy);
  const shell = useCopy(shellCopy);
  const { language } = useLanguage();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const rules = useRuleOptions();
  const today = useToday();
  const change = (next: MovementSearch) => navigate({ search: next });
  const filter = (changed: Partial<MovementSearch>) => change(withFilter(search, changed));
  const input = { ...search, from: search.from ?? monthsFrom(today, -12), to: search.to ?? today };
  const list = useQuery(api.ladder.movement.queryOptions({ input, placeholderData: keepPreviousData }));
  const all = { value: '', label: shell.all };
  return (
    <Page
      title={t.movement}
      lead={t.movementLead}
      actions={
        <ExportButton
          path="ladder/movement.xlsx"
          filters={input}
          disabledReason={may('enterprise.export') ? undefined : t.mayNotExport}
        />
      }
    >
      <div className="table-frame movement-filters">
        <search className="filter-bar ladder-filters">
          <Period from={input.from} to={input.to} onChange={filter} />
          <Field inline label={t.rule}>
            {(control) => (
              <Choice
                {...control}
                value={search.rule ?? ''}
                options={[all, ...rules]}
                onChange={(rule) => filter({ rule: rule || undefined })}
              />
            )}
          </Field>
          <Field inline label={t.kind}>
            {(control) => (
              <Choice
                {...control}
                value={search.kind ?? ''}
                options={[all, ...movementKinds.map((value) => ({ value, label: t[value] }))]}
                onChange={(kind) => filter({ kind: movementKinds.find((one) => one === kind) })}
              />
            )}
          </Field>
        </search>
      </div>
      {list.data && list.data.summary.length > 0 && (
        <Section title={t.summary}>
          <DataTable
            label={t.summary}
            columns={sumColumns(language, filter)}
            rows={list.data.summary}
            rowKey={(row) => row.rule}
          />
        </Section>
      )}
      <div className="table-frame">
        <Shown query={list} lines={10}>
          {({ rows, total }) => (
            <>
              <DataTable
                label={t.movement}
                columns={moveColumns(language)}
                rows={rows}
                rowKey={(row) => `${row.on}/${row.enterpriseId}/${row.rule}/${row.kind}`}
                busy={list.isPlaceholderData}
                empty={t.noMovement}
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

function moveColumns(language: Language): Column<Move>[] {
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
    { key: 'rule', title: t.rule, width: 230, render: (row) => row.ruleName[language] },
    {
      key: 'kind',
      title: t.kind,
      width: 80,
      render: (row) => <Mark tone={row.kind === 'entered' ? 'good' : 'warn'}>{t[row.kind]}</Mark>,
    },
    { key: 'cause', title: t.cause, width: 230, render: (row) => row.cause[language] },
    { key: 'unit', title: t.unit, width: 100, render: (row) => row.unit?.[language] ?? <Dash /> },
  ];
}

/** Each count narrows the list below to its rows. */
function sumColumns(language: Language, show: (rows: Pick<MovementSearch, 'rule' | 'kind'>) => void): Column<Sum>[] {
  const t = speak(ladderCopy, language);
  const count = (kind: 'entered' | 'left'): Column<Sum> => ({
    key: kind,
    title: t[kind],
    numeric: true,
    width: 110,
    render: (row) =>
      row[kind] === 0 ? (
        <span className="zero">0</span>
      ) : (
        <button
          type="button"
          className="plain"
          aria-label={`${row.ruleName[language]} ${t[kind]} ${number(row[kind])}`}
          onClick={() => show({ rule: row.rule, kind })}
        >
          {number(row[kind])}
        </button>
      ),
  });
  return [
    { key: 'rule', title: t.rule, width: 320, render: (row) => row.ruleName[language] },
    count('entered'),
    count('left'),
  ];
}
