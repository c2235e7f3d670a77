import { Link } from '@tanstack/react-router';
import type { Answers } from '../shell/client.ts';
import { moment } from '../shell/format/date.ts';
import { number } from '../shell/format/number.ts';
import { type Language, speak, useLanguage } from '../shell/language.tsx';
import { Dash } from '../shell/parts/Amount.tsx';
import type { Column } from '../shell/table/column.ts';
import { DataTable } from '../shell/table/DataTable.tsx';
import { auditCopy } from './audit-copy.ts';

type Event = Answers['system']['audit']['list']['rows'][number];

/** Events, the latest first; actor and subject lead to all that they did or that was done to them. */
export function AuditTable({ rows, busy }: { rows: readonly Event[]; busy: boolean }) {
  const { language } = useLanguage();
  const t = speak(auditCopy, language);
  return (
    <DataTable
      label={t.audit}
      columns={columns(language)}
      rows={rows}
      // Each chain counts for itself, so only the hash is unique.
      rowKey={(row) => row.hash}
      busy={busy}
      empty={t.noEvents}
    />
  );
}

const SHORT_ID = 12;

function columns(language: Language): Column<Event>[] {
  const t = speak(auditCopy, language);
  const kind = (row: Event) => (isKnownKind(row.subjectKind) ? t[`kind_${row.subjectKind}`] : row.subjectKind);
  return [
    { key: 'at', title: t.at, width: 150, render: (row) => <span className="code">{moment(row.at)}</span> },
    {
      key: 'actor',
      title: t.actor,
      width: 130,
      render: ({ actor }) =>
        actor === null ? (
          t.theSystem
        ) : (
          <Link to="/audit" search={(search) => ({ ...search, actor, page: undefined })} title={t.onlyThis}>
            {actor}
          </Link>
        ),
    },
    { key: 'action', title: t.action, width: 130, render: (row) => row.actionName[language] },
    {
      key: 'subject',
      title: t.subjectId,
      width: 190,
      render: (row) => (
        <Link
          to="/audit"
          search={(search) => ({ ...search, subjectId: row.subjectId, page: undefined })}
          title={`${t.onlyThis} ${row.subjectId}`}
        >
          {kind(row)} {row.subjectId.slice(0, SHORT_ID)}
          {row.subjectId.length > SHORT_ID && '…'}
        </Link>
      ),
    },
    { key: 'detail', title: t.detail, width: 280, render: (row) => <Detail event={row} /> },
    {
      key: 'hash',
      title: t.hash,
      width: 130,
      render: (row) => (
        <span className="code" title={row.hash}>
          {number(row.seq)} · {row.hash.slice(0, 8)}
        </span>
      ),
    },
  ];
}

const KINDS = ['user', 'enterprise', 'district', 'census', 'import', 'job', 'ladder', 'list', 'backup'] as const;

function isKnownKind(kind: string): kind is (typeof KINDS)[number] {
  return KINDS.some((known) => known === kind);
}

/** Short contents in one line; long ones unfold as they are stored. */
function Detail({ event }: { event: Event }) {
  const entries = Object.entries(event.detail);
  if (entries.length === 0) return <Dash />;
  const line = entries.map(([key, value]) => `${key}: ${plain(value)}`).join('; ');
  if (line.length <= 60) return <span className="audit-line">{line}</span>;
  return (
    <details className="audit-detail">
      <summary>{`${line.slice(0, 56)}…`}</summary>
      <pre>{JSON.stringify(event.detail, null, 2)}</pre>
    </details>
  );
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
