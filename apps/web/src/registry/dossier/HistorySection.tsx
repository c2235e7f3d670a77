import { getRouteApi } from '@tanstack/react-router';
import { VerdictHistory } from '../../ladder/VerdictHistory.tsx';
import { useCopy } from '../../shell/language.tsx';
import { Dash } from '../../shell/parts/Amount.tsx';
import { Section } from '../../shell/parts/Page.tsx';
import type { Column } from '../../shell/table/column.ts';
import { DataTable } from '../../shell/table/DataTable.tsx';
import { dossierCopy } from './copy.ts';
import type { Dossier } from './dossier.ts';

type Name = Dossier['names'][number];

const route = getRouteApi('/_in/enterprises/$id');

/** How it came to be what it is: its names, and how the opened rule's verdict changed and why. */
export function HistorySection({ dossier }: { dossier: Dossier }) {
  const t = useCopy(dossierCopy);
  const { rule } = route.useSearch();
  const columns: Column<Name>[] = [
    { key: 'name', title: t.formerNames, render: (row) => row.name },
    { key: 'from', title: t.from, render: (row) => row.from ?? <Dash /> },
    { key: 'to', title: t.to, render: (row) => row.to ?? <Dash /> },
  ];
  return (
    <Section id="history" title={t.history}>
      <div className="stack">
        <DataTable
          label={t.formerNames}
          columns={columns}
          rows={dossier.names}
          rowKey={(row) => row.name}
          empty={t.noFormerNames}
        />
        <VerdictHistory enterpriseId={dossier.enterprise.id} rule={rule} />
      </div>
    </Section>
  );
}
