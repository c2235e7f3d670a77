import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { type Answers, api } from '../shell/client.ts';
import { localDay } from '../shell/format/date.ts';
import { factPhrase } from '../shell/format/fact.ts';
import { useCopy, useLanguage, useSay } from '../shell/language.tsx';
import { Page } from '../shell/parts/Page.tsx';
import { Shown } from '../shell/parts/States.tsx';
import type { Column } from '../shell/table/column.ts';
import { DataTable } from '../shell/table/DataTable.tsx';
import { Pager } from '../shell/table/Pager.tsx';
import { SettleDialog } from './dossier/SettleDialog.tsx';
import { queueCopy } from './queue-copy.ts';

type Conflict = Answers['registry']['conflicts']['list']['rows'][number];

const route = getRouteApi('/_in/conflicts');

/** 数据冲突: the same fact, told differently; a person says which source counts. */
export function ConflictsPage() {
  const t = useCopy(queueCopy);
  const say = useSay();
  const { language } = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [settling, setSettling] = useState<{ conflictId: number; statementId: number; label: string }>();
  const list = useQuery(api.registry.conflicts.list.queryOptions({ input: search, placeholderData: keepPreviousData }));
  const phrase = (row: Conflict, value: Conflict['current']) => factPhrase(value, row.unit, language);
  const columns: Column<Conflict>[] = [
    {
      key: 'enterprise',
      title: t.enterprise,
      width: 240,
      render: (row) => (
        <Link
          to="/enterprises/$id"
          params={{ id: String(row.enterpriseId) }}
          search={{ fact: row.fact, year: row.year ?? undefined }}
        >
          {row.enterpriseName}
        </Link>
      ),
    },
    {
      key: 'fact',
      title: t.fact,
      width: 150,
      render: (row) => `${say(row.factName)}${row.year ? ` ${row.year}` : ''}`,
    },
    { key: 'current', title: t.current, numeric: true, render: (row) => phrase(row, row.current) },
    {
      key: 'sources',
      title: t.sources,
      width: 420,
      render: (row) => (
        <ul className="source-values">
          {row.values.map((value) => (
            <li key={value.statementId} className="row">
              <span className="figure">{phrase(row, value.value)}</span>
              <span className="muted">
                {say(value.sourceName)} {localDay(value.statedAt)}
              </span>
              {row.state === 'open' && (
                <Button
                  size="small"
                  onClick={() =>
                    setSettling({
                      conflictId: row.id,
                      statementId: value.statementId,
                      label: `${phrase(row, value.value)} · ${say(value.sourceName)}`,
                    })
                  }
                >
                  {t.use(say(value.sourceName))}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <Page title={t.conflicts} lead={t.conflictsLead}>
      <div className="table-frame">
        <Shown query={list}>
          {({ rows, total }) => (
            <>
              <DataTable
                label={t.conflicts}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.id}
                busy={list.isPlaceholderData}
                empty={t.noConflicts}
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
      </div>
      {settling && <SettleDialog {...settling} onClose={() => setSettling(undefined)} />}
    </Page>
  );
}
