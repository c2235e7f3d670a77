import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type Answers, api } from '../shell/client.ts';
import { moment } from '../shell/format/date.ts';
import { useCopy } from '../shell/language.tsx';
import { Dash } from '../shell/parts/Amount.tsx';
import { Section } from '../shell/parts/Page.tsx';
import { Shown } from '../shell/parts/States.tsx';
import type { Column } from '../shell/table/column.ts';
import { DataTable } from '../shell/table/DataTable.tsx';
import { identityCopy } from './copy.ts';

type Session = Answers['identity']['sessions']['list'][number];

/** Where this account is signed in, each to be ended from here. */
export function SessionSection() {
  const t = useCopy(identityCopy);
  const queries = useQueryClient();
  const sessions = useQuery(api.identity.sessions.list.queryOptions({ input: {} }));
  const revoke = useMutation(
    api.identity.sessions.revoke.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.identity.sessions.key() }),
    }),
  );
  const columns: Column<Session>[] = [
    {
      key: 'device',
      title: t.device,
      render: (row) => (
        <>
          {deviceOf(row.userAgent) ?? <Dash />} {row.current && <span className="tag accent">{t.thisDevice}</span>}
        </>
      ),
    },
    { key: 'ip', title: t.address, render: (row) => row.ip ?? <Dash /> },
    { key: 'createdAt', title: t.signedInAt, render: (row) => moment(row.createdAt) },
    { key: 'lastSeenAt', title: t.lastSeenAt, render: (row) => moment(row.lastSeenAt) },
    {
      key: 'actions',
      title: t.action,
      render: (row) =>
        row.current ? (
          <Dash />
        ) : (
          <Button size="small" loading={revoke.isPending} onClick={() => revoke.mutate({ id: row.id })}>
            {t.endSession}
          </Button>
        ),
    },
  ];
  return (
    <Section title={t.sessions}>
      <Shown query={sessions} lines={3}>
        {(rows) => <DataTable label={t.sessions} columns={columns} rows={rows} rowKey={(row) => row.id} />}
      </Shown>
    </Section>
  );
}

/** Enough of a user agent to recognise a device by: `Chrome · Windows`. */
function deviceOf(agent: string | null): string | null {
  if (!agent) return null;
  const browser = /Edg|Firefox|Chrome|Safari/.exec(agent)?.[0].replace('Edg', 'Edge');
  const system = /Windows|Android|iPhone|iPad|Mac OS|Linux/.exec(agent)?.[0];
  return [browser, system].filter(Boolean).join(' · ') || agent.slice(0, 40);
}
