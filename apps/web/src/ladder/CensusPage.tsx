import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { type Answers, api } from '../shell/client.ts';
import { messageOf } from '../shell/errors.ts';
import { moment, proseDate } from '../shell/format/date.ts';
import { number } from '../shell/format/number.ts';
import { type Language, speak, useCopy, useLanguage } from '../shell/language.tsx';
import { ActionButton } from '../shell/parts/ActionButton.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { Mark } from '../shell/parts/Marks.tsx';
import { Page } from '../shell/parts/Page.tsx';
import { ProgressLine } from '../shell/parts/ProgressLine.tsx';
import { Shown } from '../shell/parts/States.tsx';
import { useMay } from '../shell/session.ts';
import type { Column } from '../shell/table/column.ts';
import { DataTable } from '../shell/table/DataTable.tsx';
import { ladderCopy } from './copy.ts';
import { useToday } from './today.ts';

type Census = Answers['ladder']['census']['list']['rows'][number];

const EVERY_MS = 1500;

/** 普查: start one, watch it, see what earlier ones found. */
export function CensusPage() {
  const t = useCopy(ladderCopy);
  const { language } = useLanguage();
  const may = useMay();
  const queries = useQueryClient();
  const today = useToday();
  const [typed, setTyped] = useState<string>();
  const [started, setStarted] = useState<number>();
  const asOf = typed ?? today;
  const list = useQuery(
    api.ladder.census.list.queryOptions({
      input: { page: 1, pageSize: 50 },
      refetchInterval: (query) => (query.state.data?.rows.some((one) => one.state === 'running') ? EVERY_MS : false),
    }),
  );
  const again = () => queries.invalidateQueries({ queryKey: api.ladder.key() });
  const run = useMutation(
    api.ladder.census.run.mutationOptions({
      onSuccess: ({ id }) => {
        setStarted(id);
        return again();
      },
    }),
  );
  const cancel = useMutation(api.ladder.census.cancel.mutationOptions({ onSuccess: again }));
  const own = list.data?.rows.find((one) => one.id === started);
  const failed = run.error ?? cancel.error;
  return (
    <Page
      title={t.censuses}
      lead={t.censusesLead}
      actions={
        <>
          <Field inline label={t.asOf}>
            {(control) => <Input {...control} type="date" value={asOf} onChange={(e) => setTyped(e.target.value)} />}
          </Field>
          <ActionButton
            type="primary"
            loading={run.isPending}
            disabledReason={may('census.run') ? (asOf ? undefined : t.chooseDay) : t.mayNotRun}
            onClick={() => run.mutate({ asOf })}
          >
            {t.runCensus}
          </ActionButton>
        </>
      }
    >
      {failed && (
        <p className="notice bad" role="alert">
          {messageOf(failed, language)}
        </p>
      )}
      <div role="status">{own && own.state !== 'running' && <Outcome census={own} />}</div>
      <div className="table-frame">
        <Shown query={list} lines={6}>
          {({ rows }) => (
            <DataTable
              label={t.censuses}
              columns={columns(language, may('census.run') ? (id) => cancel.mutate({ id }) : undefined)}
              rows={rows}
              rowKey={(row) => row.id}
              empty={t.noCensus}
            />
          )}
        </Shown>
      </div>
    </Page>
  );
}

/** How the census that was started here has ended. */
function Outcome({ census }: { census: Census }) {
  const t = useCopy(ladderCopy);
  const { language } = useLanguage();
  const day = proseDate(census.asOf, language);
  if (census.state === 'done')
    return (
      <p className="notice good census-outcome">
        {t.censusDone(day, number(census.enterprises), number(census.changed))} <Link to="/ladder">{t.seeBoard}</Link>
      </p>
    );
  return (
    <p className="notice bad census-outcome">
      {day} {census.state === 'failed' ? t.failed : t.cancelled}
    </p>
  );
}

function columns(language: Language, onCancel: ((id: number) => void) | undefined): Column<Census>[] {
  const t = speak(ladderCopy, language);
  const tone = { running: 'plain', done: 'good', failed: 'bad', cancelled: 'warn' } as const;
  return [
    { key: 'asOf', title: t.asOf, width: 110, render: (row) => <span className="code">{row.asOf}</span> },
    {
      key: 'state',
      title: t.state,
      width: 250,
      render: (row) => (
        <span className="census-state">
          <Mark tone={tone[row.state]}>{t[row.state]}</Mark>
          {row.state === 'running' && <ProgressLine label={t.running} value={row.progress} />}
          {row.state === 'running' && onCancel && (
            <Button size="small" aria-label={`${t.cancelCensus} ${row.asOf}`} onClick={() => onCancel(row.id)}>
              {t.cancelCensus}
            </Button>
          )}
        </span>
      ),
    },
    { key: 'enterprises', title: t.enterprises, numeric: true, render: (row) => number(row.enterprises) },
    { key: 'rules', title: t.rules, numeric: true, render: (row) => number(row.rules) },
    { key: 'changed', title: t.changed, numeric: true, render: (row) => number(row.changed) },
    { key: 'judging', title: t.judging, unit: 'ms', numeric: true, render: (row) => number(row.judgingMs, 0) },
    { key: 'total', title: t.total, unit: 'ms', numeric: true, render: (row) => number(row.totalMs, 0) },
    {
      key: 'startedAt',
      title: t.startedAt,
      width: 140,
      render: (row) => <span className="code">{moment(row.startedAt)}</span>,
    },
    { key: 'startedBy', title: t.startedBy, render: (row) => row.startedBy ?? t.theSystem },
  ];
}
