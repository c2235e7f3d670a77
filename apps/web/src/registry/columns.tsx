import { Link } from '@tanstack/react-router';
import type { Answers } from '../shell/client.ts';
import { localDay } from '../shell/format/date.ts';
import { money } from '../shell/format/money.ts';
import { unitLabel } from '../shell/format/unit.ts';
import { type Language, type Spoken, speak } from '../shell/language.tsx';
import { Dash, Figure, Unknown } from '../shell/parts/Amount.tsx';
import { Mark } from '../shell/parts/Marks.tsx';
import type { Column } from '../shell/table/column.ts';
import { registryCopy } from './copy.ts';
import { CreditCode } from './parts/CreditCode.tsx';
import { EnterpriseStateMark } from './parts/EnterpriseStateMark.tsx';

export type EnterpriseRow = Answers['registry']['enterprises']['list']['rows'][number];

/** The columns of the enterprise list; `kindName` names a qualification kind. */
export function enterpriseColumns(language: Language, kindName: (kind: string) => string): Column<EnterpriseRow>[] {
  const t = speak(registryCopy, language);
  const text = (value: EnterpriseRow['park']) => (value ? value[language] : <Dash />);
  return [
    {
      key: 'name',
      title: t.enterprise,
      sortable: true,
      width: 260,
      render: (row) => (
        <Link to="/enterprises/$id" params={{ id: String(row.id) }}>
          {row.name}
        </Link>
      ),
    },
    {
      key: 'creditCode',
      title: t.creditCode,
      sortable: true,
      width: 176,
      render: (row) => <CreditCode code={row.creditCode} status={row.codeStatus} />,
    },
    ...figureColumns(t, language),
    {
      key: 'qualifications',
      title: t.qualifications,
      width: 140,
      render: (row) =>
        row.qualifications.length === 0 ? (
          <Dash />
        ) : (
          <span>
            {row.qualifications.map((kind) => (
              <span key={kind} className="tag accent">
                {kindName(kind)}
              </span>
            ))}
          </span>
        ),
    },
    { key: 'subdistrict', title: t.subdistrict, render: (row) => text(row.subdistrict) },
    { key: 'park', title: t.park, width: 110, render: (row) => text(row.park) },
    { key: 'carrier', title: t.carrier, optional: true, render: (row) => text(row.carrier) },
    {
      key: 'industry',
      title: t.industry,
      width: 150,
      render: (row) =>
        row.industryCode ? (
          <span title={row.industryCode}>
            {row.industryCode} {row.industryName}
          </span>
        ) : (
          <Unknown />
        ),
    },
    {
      key: 'registeredOn',
      title: t.registeredOn,
      sortable: true,
      width: 110,
      render: (row) => row.registeredOn ?? <Unknown />,
    },
    { key: 'state', title: t.state, render: (row) => <EnterpriseStateMark state={row.state} /> },
    {
      key: 'openReviews',
      title: t.openReviews,
      numeric: true,
      render: (row) => (row.openReviews > 0 ? <Mark tone="warn">{String(row.openReviews)}</Mark> : <Dash />),
    },
    {
      key: 'updatedAt',
      title: t.updatedAt,
      sortable: true,
      optional: true,
      width: 110,
      render: (row) => localDay(row.updatedAt),
    },
  ];
}

function figureColumns(t: Spoken<typeof registryCopy>, language: Language): Column<EnterpriseRow>[] {
  const amount = (value: number | null) => (
    <Figure amount value={value} exact={value === null ? undefined : money(value, language).exact} />
  );
  const unit = unitLabel('万元', language);
  return [
    {
      key: 'revenue',
      title: t.revenue,
      unit,
      numeric: true,
      sortable: true,
      width: 124,
      render: (row) => amount(row.revenue),
    },
    { key: 'rd', title: t.rd, unit, numeric: true, sortable: true, width: 130, render: (row) => amount(row.rd) },
    {
      key: 'staff',
      title: t.staff,
      unit: t.persons,
      numeric: true,
      sortable: true,
      width: 110,
      render: (row) => <Figure value={row.staff} />,
    },
  ];
}
