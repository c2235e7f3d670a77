import { unitLabel } from '../../shell/format/unit.ts';
import { type Spoken, useCopy, useLanguage } from '../../shell/language.tsx';
import { Dash, Figure, Unknown } from '../../shell/parts/Amount.tsx';
import { Section } from '../../shell/parts/Page.tsx';
import type { Column } from '../../shell/table/column.ts';
import { DataTable } from '../../shell/table/DataTable.tsx';
import { dossierCopy } from './copy.ts';
import type { Dossier } from './dossier.ts';
import { QualificationsTable } from './QualificationsTable.tsx';

type IpItem = Dossier['ip'][number];
type Round = Dossier['financing'][number];

/** What it holds: certificates, intellectual property, rounds of financing. */
export function HoldingsSection({ dossier }: { dossier: Dossier }) {
  const t = useCopy(dossierCopy);
  return (
    <Section id="holdings" title={t.holdings}>
      <div className="stack">
        <QualificationsTable dossier={dossier} />
        <Property rows={dossier.ip} />
        {dossier.financing.length > 0 && <Financing rows={dossier.financing} />}
      </div>
    </Section>
  );
}

function Property({ rows }: { rows: readonly IpItem[] }) {
  const t = useCopy(dossierCopy);
  const columns: Column<IpItem>[] = [
    { key: 'title', title: t.ip, width: 240, render: (row) => row.title },
    { key: 'kind', title: t.kind, render: (row) => named(t, 'ip', row.kind) },
    { key: 'class', title: t.ipClass, render: (row) => row.class ?? <Unknown /> },
    { key: 'number', title: t.ipNumber, render: (row) => row.number ?? <Dash /> },
    { key: 'status', title: t.ipStatus, render: (row) => named(t, 'ipStatus', row.status) },
    { key: 'grantedOn', title: t.grantedOn, render: (row) => row.grantedOn ?? <Dash /> },
    { key: 'acquired', title: t.acquired, render: (row) => t[`acquired_${row.acquired}`] },
  ];
  return <DataTable label={t.ip} columns={columns} rows={rows} rowKey={(row) => row.id} empty={t.noIp} />;
}

/** The interface's word for a stored kind; a kind without a word is shown as it is stored. */
function named(words: Spoken<typeof dossierCopy>, group: 'ip' | 'ipStatus', kind: string): string {
  const key = `${group}_${kind}`;
  const found = Object.entries(words).find(([name]) => name === key)?.[1];
  return typeof found === 'string' ? found : kind;
}

function Financing({ rows }: { rows: readonly Round[] }) {
  const t = useCopy(dossierCopy);
  const { language } = useLanguage();
  const columns: Column<Round>[] = [
    { key: 'round', title: t.financing, render: (row) => row.round },
    { key: 'on', title: t.on, render: (row) => row.on ?? <Unknown /> },
    {
      key: 'amount',
      title: t.amount,
      unit: unitLabel('万元', language),
      numeric: true,
      render: (row) => <Figure value={row.amount} />,
    },
    {
      key: 'valuation',
      title: t.valuation,
      unit: unitLabel('万元', language),
      numeric: true,
      render: (row) => <Figure value={row.valuation} />,
    },
    {
      key: 'valuationUsd',
      title: t.valuation,
      unit: unitLabel('万美元', language),
      numeric: true,
      render: (row) => <Figure value={row.valuationUsd} />,
    },
    { key: 'investors', title: t.investors, render: (row) => row.investors ?? <Dash /> },
  ];
  return <DataTable label={t.financing} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
