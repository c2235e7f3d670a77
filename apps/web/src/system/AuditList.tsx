import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { Period } from '../ladder/Period.tsx';
import { type Answers, api } from '../shell/client.ts';
import { shellCopy } from '../shell/copy.ts';
import { number } from '../shell/format/number.ts';
import { useCopy, useSay } from '../shell/language.tsx';
import { ActionButton } from '../shell/parts/ActionButton.tsx';
import { Choice } from '../shell/parts/Choice.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { Mark } from '../shell/parts/Marks.tsx';
import { Page } from '../shell/parts/Page.tsx';
import { Failed, Shown } from '../shell/parts/States.tsx';
import { Pager } from '../shell/table/Pager.tsx';
import { withFilter } from '../shell/url/search.ts';
import { AuditTable } from './AuditTable.tsx';
import { auditCopy } from './audit-copy.ts';
import { type AuditSearch, auditGroups } from './audit-search.ts';

const route = getRouteApi('/_in/audit');

/** 审计记录: who did what to whom, and whether the chain is whole. */
export function AuditList() {
  const t = useCopy(auditCopy);
  const search = route.useSearch();
  const navigate = route.useNavigate();
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
      <div role="status">{verify.data && <VerifyResult result={verify.data} />}</div>
      {verify.error && <Failed error={verify.error} />}
      <div className="table-frame">
        <AuditFilters search={search} onChange={(changed) => navigate({ search: withFilter(search, changed) })} />
        <Shown query={list} lines={10}>
          {({ rows, total }) => (
            <>
              <AuditTable rows={rows} busy={list.isPlaceholderData} />
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

function AuditFilters({ search, onChange }: { search: AuditSearch; onChange(changed: Partial<AuditSearch>): void }) {
  const t = useCopy(auditCopy);
  const shell = useCopy(shellCopy);
  const { actor, action, subjectId, from, to } = search;
  const text = (key: 'actor' | 'subjectId') => (
    <Field inline label={t[key]}>
      {(control) => (
        <Input
          {...control}
          allowClear
          key={search[key]}
          defaultValue={search[key]}
          onBlur={(e) => {
            const typed = e.target.value.trim() || undefined;
            if (typed !== search[key]) onChange({ [key]: typed });
          }}
          onPressEnter={(e) => e.currentTarget.blur()}
        />
      )}
    </Field>
  );
  return (
    <search className="filter-bar ladder-filters">
      <Period from={from} to={to} onChange={onChange} />
      {text('actor')}
      <Field inline label={t.action}>
        {(control) => (
          <Choice
            {...control}
            value={action ?? ''}
            options={[
              { value: '', label: shell.all },
              ...auditGroups.map((value) => ({ value, label: t[`group_${value}`] })),
            ]}
            onChange={(value) => onChange({ action: value || undefined })}
          />
        )}
      </Field>
      {text('subjectId')}
      {[actor, action, subjectId, from, to].some((one) => one !== undefined) && (
        <Button
          type="text"
          onClick={() =>
            onChange({ actor: undefined, action: undefined, subjectId: undefined, from: undefined, to: undefined })
          }
        >
          {shell.clearFilters}
        </Button>
      )}
    </search>
  );
}

function VerifyResult({ result }: { result: Answers['system']['audit']['verify'] }) {
  const t = useCopy(auditCopy);
  const say = useSay();
  return (
    <div className={`notice audit-verdict ${result.ok ? 'good' : 'bad'}`}>
      <Mark tone={result.ok ? 'good' : 'bad'}>{result.ok ? t.whole(number(result.events)) : t.broken}</Mark>
      {result.problems.length > 0 && (
        <ul>
          {result.problems.map((problem) => (
            <li key={`${problem.seq}/${problem.message.zh}`}>
              {number(problem.seq)} · {say(problem.message)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
