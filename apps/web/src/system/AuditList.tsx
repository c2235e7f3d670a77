import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Input } from 'antd';
import { type Answers, api } from '../shell/client.ts';
import { moment } from '../shell/format/date.ts';
import { number } from '../shell/format/number.ts';
import { type Language, speak, useCopy, useLanguage, useSay } from '../shell/language.tsx';
import { ActionButton } from '../shell/parts/ActionButton.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { Mark } from '../shell/parts/Marks.tsx';
import { Page } from '../shell/parts/Page.tsx';
import { Failed, Shown } from '../shell/parts/States.tsx';
import type { Column } from '../shell/table/column.ts';
import { DataTable } from '../shell/table/DataTable.tsx';
import { Pager } from '../shell/table/Pager.tsx';
import { type ListSearch, read, readPaging, withFilter } from '../shell/url/search.ts';
import { auditCopy } from './audit-copy.ts';

const route = getRouteApi('/_in/audit');

type Event = Answers['system']['audit']['list']['rows'][number];

export interface AuditSearch extends ListSearch {
  actor?: string;
  action?: string;
  subjectId?: string;
  from?: string;
  to?: string;
}

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  return {
    actor: read.text(search, 'actor'),
    action: read.text(search, 'action'),
    subjectId: read.text(search, 'subjectId'),
    from: read.day(search, 'from'),
    to: read.day(search, 'to'),
    ...readPaging(search),
  };
}

/** 审计记录: who did what to whom, and whether the chain is whole. */
export function AuditList() {
  const t = useCopy(auditCopy);
  const { language } = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = (changed: Partial<AuditSearch>) => navigate({ search: withFilter(search, changed) });
  const list = useQuery(api.system.audit.list.queryOptions({ input: search, placeholderData: keepPreviousData }));
  const verify = useMutation(api.system.audit.verify.mutationOptions());
  return (
    <Page
      title={t.audit}
      lead={t.lead}
      actions={
        <ActionButton type="primary" loading={verify.isPending} onClick={() => verify.mutate(undefined)}>
          {t.verify}
        </ActionButton>
      }
    >
      {verify.data && <VerifyResult result={verify.data} />}
      {verify.error && <Failed error={verify.error} />}
      <div className="table-frame">
        <search className="filter-bar">
          {(['actor', 'action', 'subjectId'] as const).map((key) => (
            <Field key={key} inline label={t[key]}>
              {(control) => (
                <Input
                  {...control}
                  allowClear
                  defaultValue={search[key]}
                  onBlur={(e) => filter({ [key]: e.target.value.trim() || undefined })}
                  onPressEnter={(e) => e.currentTarget.blur()}
                />
              )}
            </Field>
          ))}
        </search>
        <Shown query={list} lines={10}>
          {({ rows, total }) => (
            <>
              <DataTable
                label={t.audit}
                columns={columns(language)}
                rows={rows}
                rowKey={(row) => row.seq}
                busy={list.isPlaceholderData}
                empty={t.noEvents}
              />
              <Pager
                page={search.page ?? 1}
                pageSize={search.pageSize ?? 50}
                total={total}
                onChange={(page, pageSize) => navigate({ search: { ...search, page, pageSize } })}
              />
            </>
          )}
        </Shown>
      </div>
    </Page>
  );
}

function VerifyResult({ result }: { result: Answers['system']['audit']['verify'] }) {
  const t = useCopy(auditCopy);
  const say = useSay();
  return (
    <div role="status" className="section">
      <Mark tone={result.ok ? 'good' : 'bad'}>{result.ok ? t.whole(number(result.events)) : t.broken}</Mark>
      <ul>
        {result.problems.map((problem) => (
          <li key={`${problem.seq}/${problem.message.zh}`}>
            {problem.seq}：{say(problem.message)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function columns(language: Language): Column<Event>[] {
  const t = speak(auditCopy, language);
  return [
    { key: 'at', title: t.at, width: 150, render: (row) => moment(row.at) },
    { key: 'actor', title: t.actor, width: 140, render: (row) => row.actor ?? t.theSystem },
    { key: 'action', title: t.action, width: 180, render: (row) => row.actionName[language] },
    { key: 'subject', title: t.subjectId, width: 180, render: (row) => `${row.subjectKind} ${row.subjectId}` },
    {
      key: 'detail',
      title: t.detail,
      width: 360,
      render: (row) => (
        <details>
          <summary>{Object.keys(row.detail).join('、') || '—'}</summary>
          <pre>{JSON.stringify(row.detail, null, 2)}</pre>
        </details>
      ),
    },
    { key: 'hash', title: t.hash, width: 120, render: (row) => <code title={row.hash}>{row.hash.slice(0, 10)}</code> },
  ];
}
