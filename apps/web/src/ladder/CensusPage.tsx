import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { type Answers, api } from '../shell/client.ts';
import { messageOf } from '../shell/errors.ts';
import { localDay, moment } from '../shell/format/date.ts';
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

type Census = Answers['ladder']['census']['list']['rows'][number];

const EVERY_MS = 1500;

/** 普查: start one, watch it, see what earlier ones found. */
export function CensusPage() {
  const t = useCopy(ladderCopy);
  const { language } = useLanguage();
  const may = useMay();
  const queries = useQueryClient();
  const [asOf, setAsOf] = useState(() => localDay(new Date()));
  const list = useQuery(
    api.ladder.census.list.queryOptions({
      input: { page: 1, pageSize: 50 },
      refetchInterval: (query) => (query.state.data?.rows.some((one) => one.state === 'running') ? EVERY_MS : false),
    }),
  );
  const again = () => queries.invalidateQueries({ queryKey: api.ladder.key() });
  const run = useMutation(api.ladder.census.run.mutationOptions({ onSuccess: again }));
  const cancel = useMutation(api.ladder.census.cancel.mutationOptions({ onSuccess: again }));
  return (
    <Page
      title={t.censuses}
      lead={t.censusesLead}
      actions={
        <>
          <Field inline label={t.asOf}>
            {(control) => <Input {...control} type="date" value={asOf} onChange={(e) => setAsOf(e.target.value)} />}
          </Field>
          <ActionButton
            type="primary"
            loading={run.isPending}
            disabledReason={may('census.run') ? undefined : t.mayNotRun}
            onClick={() => run.mutate({ asOf })}
          >
            {t.runCensus}
          </ActionButton>
        </>
      }
    >
      {run.error && (
        <p className="field-error" role="alert">
          {messageOf(run.error, language)}
        </p>
      )}
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

function columns(language: Language, onCancel: ((id: number) => void) | undefined): Column<Census>[] {
  const t = speak(ladderCopy, language);
  const tone = { running: 'plain', done: 'good', failed: 'bad', cancelled: 'warn' } as const;
  return [
    { key: 'asOf', title: t.asOf, width: 110, render: (row) => row.asOf },
    {
      key: 'state',
      title: t.state,
      width: 180,
      render: (row) => (
        <>
          <Mark tone={tone[row.state]}>{t[row.state]}</Mark>
          {row.state === 'running' && <ProgressLine label={t.running} value={row.progress} />}
          {row.state === 'running' && onCancel && (
            <Button size="small" onClick={() => onCancel(row.id)}>
              {t.cancelCensus}
            </Button>
          )}
        </>
      ),
    },
    { key: 'enterprises', title: t.enterprises, numeric: true, render: (row) => number(row.enterprises) },
    { key: 'rules', title: t.rules, numeric: true, render: (row) => number(row.rules) },
    { key: 'changed', title: t.changed, numeric: true, render: (row) => number(row.changed) },
    { key: 'judging', title: t.judging, unit: 'ms', numeric: true, render: (row) => number(row.judgingMs, 0) },
    { key: 'total', title: t.total, unit: 'ms', numeric: true, render: (row) => number(row.totalMs, 0) },
    { key: 'startedAt', title: t.startedAt, width: 140, render: (row) => moment(row.startedAt) },
    { key: 'startedBy', title: t.startedBy, render: (row) => row.startedBy ?? '—' },
  ];
}
