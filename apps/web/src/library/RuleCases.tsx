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
  const passed = cases.filter((one) => one.passed).length;
  const whole = passed === cases.length;
  return (
    <Section
      title={t.cases}
      aside={
        cases.length > 0 && (
          <Mark tone={whole ? 'good' : 'bad'}>{whole ? t.allPassed(passed) : t.somePassed(passed, cases.length)}</Mark>
        )
      }
    >
      <DataTable
        label={t.cases}
        columns={columns(language)}
        rows={cases}
        rowKey={(row) => `${row.version}/${row.name}`}
        empty={t.noCases}
      />
    </Section>
  );
}

function columns(language: Language): Column<Case>[] {
  const t = speak(libraryCopy, language);
  return [
    { key: 'name', title: t.cases, width: 270, render: (row) => row.name },
    { key: 'version', title: t.version, width: 70, render: (row) => row.version },
    { key: 'asOf', title: t.asOf, width: 104, render: (row) => <span className="code">{row.asOf}</span> },
    { key: 'expected', title: t.expected, width: 84, render: (row) => <VerdictMark verdict={row.expected} /> },
    { key: 'actual', title: t.actual, width: 84, render: (row) => <VerdictMark verdict={row.actual} /> },
    {
      key: 'passed',
      title: t.result,
      width: 84,
      render: (row) => <Mark tone={row.passed ? 'good' : 'bad'}>{row.passed ? t.passed : t.notPassed}</Mark>,
    },
    {
      key: 'given',
      title: t.given,
      width: 200,
      render: (row) => (
        <details>
          <summary>{t.facts(row.facts.length)}</summary>
          <ul className="plain-list">
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
