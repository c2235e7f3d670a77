import { useQuery } from '@tanstack/react-query';
import { type Answers, api } from '../shell/client.ts';
import { useCopy, useSay } from '../shell/language.tsx';
import { Dash } from '../shell/parts/Amount.tsx';
import { VerdictMark } from '../shell/parts/Marks.tsx';
import { Shown } from '../shell/parts/States.tsx';
import type { Column } from '../shell/table/column.ts';
import { DataTable } from '../shell/table/DataTable.tsx';
import { judgementCopy } from './judgement-copy.ts';

type Change = Answers['ladder']['history'][number];

/** Since when the verdict stands, and why it changed: a fact, a version of the rule, or time. */
export function VerdictHistory({ enterpriseId, rule }: { enterpriseId: number; rule: string | undefined }) {
  const t = useCopy(judgementCopy);
  if (!rule) return <p className="muted no-print">{t.pickRule}</p>;
  return <History enterpriseId={enterpriseId} rule={rule} />;
}

function History({ enterpriseId, rule }: { enterpriseId: number; rule: string }) {
  const t = useCopy(judgementCopy);
  const say = useSay();
  const history = useQuery(api.ladder.history.queryOptions({ input: { id: enterpriseId, rule } }));
  const columns: Column<Change>[] = [
    { key: 'since', title: t.since, render: (row) => row.since },
    { key: 'until', title: t.until, render: (row) => row.until ?? <Dash /> },
    { key: 'verdict', title: t.verdict, render: (row) => <VerdictMark verdict={row.verdict} /> },
    { key: 'version', title: t.rule, render: (row) => t.version(row.version) },
    { key: 'cause', title: t.cause, width: 220, render: (row) => say(row.cause) },
    {
      key: 'changes',
      title: t.changes,
      width: 220,
      render: (row) =>
        row.changes.length === 0 ? <Dash /> : row.changes.map((change) => say(change.title)).join('；'),
    },
  ];
  return (
    <Shown query={history} lines={3}>
      {(rows) => (
        <DataTable
          label={t.verdictHistory(rule)}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.since}
          empty={t.noHistory}
        />
      )}
    </Shown>
  );
}
