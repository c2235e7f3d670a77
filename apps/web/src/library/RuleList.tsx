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
          {(rows) => (
            <DataTable label={t.rules} columns={columns(language)} rows={inOrder(rows)} rowKey={(row) => row.id} />
          )}
        </Shown>
      </div>
    </Page>
  );
}

const LEVELS = ['national', 'jiangsu', 'nanjing'];

/** From the nation down to the district, rules that confer a rung first. */
function inOrder(rules: readonly Rule[]): Rule[] {
  const level = (rule: Rule) =>
    LEVELS.includes(rule.jurisdiction) ? LEVELS.indexOf(rule.jurisdiction) : LEVELS.length;
  const rank = (rule: Rule) => level(rule) * 2 + (rule.tier === null ? 1 : 0);
  return rules.toSorted((a, b) => rank(a) - rank(b));
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
      width: 236,
      render: (row) => (
        <Link to="/rules/$id" params={{ id: row.id }}>
          {row.name[language]}
        </Link>
      ),
    },
    { key: 'jurisdiction', title: t.jurisdiction, width: 68, render: (row) => jurisdictionName(t, row.jurisdiction) },
    { key: 'issuer', title: t.issuer, width: 160, render: (row) => row.issuer[language] },
    { key: 'kind', title: t.kind, width: 80, render: (row) => t[row.kind] },
    { key: 'inForce', title: t.inForce, width: 84, render: (row) => current(row)?.id ?? t.none },
    {
      key: 'since',
      title: t.inForceSince,
      width: 104,
      render: (row) => <span className="code">{current(row)?.effectiveFrom ?? '—'}</span>,
    },
    {
      key: 'confidence',
      title: t.confidence,
      width: 160,
      render: (row) => <Confidence level={(current(row) ?? row.versions.at(-1))!.confidence} />,
    },
    { key: 'criteria', title: t.criteria, numeric: true, render: (row) => row.criteria },
    { key: 'tests', title: t.tests, numeric: true, render: (row) => row.tests },
  ];
}
