import type { Answers } from '../shell/client.ts';
import { factPhrase } from '../shell/format/fact.ts';
import { type Language, speak, useCopy, useLanguage } from '../shell/language.tsx';
import { Mark, VerdictMark } from '../shell/parts/Marks.tsx';
import { Section } from '../shell/parts/Page.tsx';
import type { Column } from '../shell/table/column.ts';
import { DataTable } from '../shell/table/DataTable.tsx';
import { libraryCopy } from './copy.ts';

type Case = Answers['library']['rules']['get']['cases'][number];

/** The rule's own tests with what they give, judged by this server now. */
export function RuleCases({ cases }: { cases: readonly Case[] }) {
  const t = useCopy(libraryCopy);
  const { language } = useLanguage();
  return (
    <Section title={`${t.cases}（${cases.length}）`}>
      <DataTable
        label={t.cases}
        columns={columns(language)}
        rows={cases}
        rowKey={(row) => `${row.version}/${row.name}`}
      />
    </Section>
  );
}

function columns(language: Language): Column<Case>[] {
  const t = speak(libraryCopy, language);
  return [
    { key: 'name', title: t.cases, width: 280, render: (row) => row.name },
    { key: 'version', title: t.version, render: (row) => row.version },
    { key: 'asOf', title: t.asOf, width: 110, render: (row) => row.asOf },
    { key: 'expected', title: t.expected, width: 90, render: (row) => <VerdictMark verdict={row.expected} /> },
    { key: 'actual', title: t.actual, width: 90, render: (row) => <VerdictMark verdict={row.actual} /> },
    {
      key: 'passed',
      title: t.passed,
      width: 90,
      render: (row) => <Mark tone={row.passed ? 'good' : 'bad'}>{row.passed ? t.passed : t.notPassed}</Mark>,
    },
    {
      key: 'given',
      title: t.given,
      width: 420,
      render: (row) => (
        <details>
          <summary>{row.facts.length}</summary>
          <ul>
            {row.facts.map((fact) => (
              <li key={`${fact.fact}/${fact.year}`}>
                {fact.name[language]}
                {fact.year !== null && ` ${fact.year}`}：{factPhrase(fact.value, fact.unit, language)}
              </li>
            ))}
          </ul>
        </details>
      ),
    },
  ];
}
