import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Answers, api } from '../shell/client.ts';
import { type Language, type Spoken, speak, useCopy, useLanguage } from '../shell/language.tsx';
import { Page } from '../shell/parts/Page.tsx';
import { Shown } from '../shell/parts/States.tsx';
import type { Column } from '../shell/table/column.ts';
import { DataTable } from '../shell/table/DataTable.tsx';
import { Confidence } from './Confidence.tsx';
import { libraryCopy } from './copy.ts';

type Rule = Answers['library']['rules']['list'][number];

/** 规则库: every rule, its issuer and the version in force today. */
export function RuleList() {
  const t = useCopy(libraryCopy);
  const { language } = useLanguage();
  const rules = useQuery(api.library.rules.list.queryOptions({ input: {} }));
  return (
    <Page title={t.rules} lead={t.rulesLead}>
      <div className="table-frame">
        <Shown query={rules} lines={10}>
          {(rows) => <DataTable label={t.rules} columns={columns(language)} rows={rows} rowKey={(row) => row.id} />}
        </Shown>
      </div>
    </Page>
  );
}

/** The level's name where the catalogue has one; a further district shows its id. */
export function jurisdictionName(t: Spoken<typeof libraryCopy>, id: string): string {
  const names: Record<string, string> = {
    national: t.national,
    jiangsu: t.jiangsu,
    nanjing: t.nanjing,
    jianye: t.jianye,
    jiangbei: t.jiangbei,
  };
  return names[id] ?? id;
}

function columns(language: Language): Column<Rule>[] {
  const t = speak(libraryCopy, language);
  const current = (row: Rule) => row.versions.find((version) => version.id === row.inForce);
  return [
    {
      key: 'name',
      title: t.rule,
      width: 260,
      render: (row) => (
        <Link to="/rules/$id" params={{ id: row.id }}>
          {row.name[language]}
        </Link>
      ),
    },
    { key: 'jurisdiction', title: t.jurisdiction, width: 90, render: (row) => jurisdictionName(t, row.jurisdiction) },
    { key: 'issuer', title: t.issuer, width: 240, render: (row) => row.issuer[language] },
    { key: 'kind', title: t.kind, width: 90, render: (row) => t[row.kind] },
    {
      key: 'inForce',
      title: t.inForce,
      width: 180,
      render: (row) => {
        const version = current(row);
        return version ? `${version.id} · ${t.effective(version.effectiveFrom, version.effectiveTo)}` : t.none;
      },
    },
    {
      key: 'confidence',
      title: t.confidence,
      width: 180,
      render: (row) => <Confidence level={(current(row) ?? row.versions.at(-1))!.confidence} />,
    },
    { key: 'criteria', title: t.criteria, numeric: true, render: (row) => row.criteria },
    { key: 'tests', title: t.tests, numeric: true, render: (row) => row.tests },
  ];
}
