import { Link } from '@tanstack/react-router';
import type { Answers } from '../shell/client.ts';
import { percent } from '../shell/format/number.ts';
import { type Language, speak } from '../shell/language.tsx';
import { Dash } from '../shell/parts/Amount.tsx';
import { Mark, VerdictMark } from '../shell/parts/Marks.tsx';
import type { Column } from '../shell/table/column.ts';
import { ladderCopy } from './copy.ts';

export type LadderRow = Answers['ladder']['nearMiss']['rows'][number];

/**
 * Columns of a list by rule; each name opens the enterprise's explanation of that rule.
 * @param near all of the list are unmet, so no column has to say it
 */
export function ladderColumns(language: Language, near: boolean): Column<LadderRow>[] {
  const t = speak(ladderCopy, language);
  const columns: Column<LadderRow>[] = [
    {
      key: 'name',
      title: t.enterprise,
      sortable: true,
      width: 244,
      render: (row) => (
        <Link
          to="/enterprises/$id"
          params={{ id: String(row.enterpriseId) }}
          search={{ rule: row.rule }}
          hash={`rule-${row.rule}`}
        >
          {row.name}
        </Link>
      ),
    },
    { key: 'unit', title: t.unit, width: 100, render: (row) => row.unit?.[language] ?? <Dash /> },
    { key: 'verdict', title: t.verdict, width: 84, render: (row) => <VerdictMark verdict={row.verdict} /> },
    {
      key: 'unmet',
      title: t.unmet,
      width: near ? 300 : 220,
      render: (row) => {
        const words = row.sentence?.[language] ?? row.unmet.map((one) => one.title[language]).join('；');
        if (!words) return <Dash />;
        // Near-misses are read, verdicts are scanned: there two lines have to do, the rest is a press away.
        return near ? (
          words
        ) : (
          <span className="two-lines" title={words}>
            {words}
          </span>
        );
      },
    },
    { key: 'short', title: t.short, numeric: true, render: (row) => (row.short > 0 ? row.short : <Dash />) },
    {
      key: 'effort',
      title: t.effort,
      numeric: true,
      sortable: true,
      render: (row) => (row.effort === null ? <Dash /> : <span className="figure">{percent(row.effort, 1)}</span>),
    },
    {
      key: 'held',
      title: t.heldShort,
      width: 84,
      render: (row) => (row.held ? <Mark tone="good">{t.heldShort}</Mark> : <Dash />),
    },
    {
      key: 'since',
      title: t.since,
      sortable: true,
      width: 104,
      render: (row) => <span className="code">{row.since}</span>,
    },
  ];
  return near ? columns.filter((column) => column.key !== 'verdict' && column.key !== 'short') : columns;
}
