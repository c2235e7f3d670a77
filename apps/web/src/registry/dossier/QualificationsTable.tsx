import { useState } from 'react';
import { useCopy, useSay } from '../../shell/language.tsx';
import { ActionButton } from '../../shell/parts/ActionButton.tsx';
import { Dash, Unknown } from '../../shell/parts/Amount.tsx';
import { Mark } from '../../shell/parts/Marks.tsx';
import type { Column } from '../../shell/table/column.ts';
import { DataTable } from '../../shell/table/DataTable.tsx';
import { dossierCopy } from './copy.ts';
import { type Dossier, whyNot } from './dossier.ts';
import { QualificationDialog } from './QualificationDialog.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';

type Qualification = Dossier['qualifications'][number];

const TONES = { valid: 'good', expired: 'plain', revoked: 'bad', unknown: 'unknown' } as const;

/** Certificates and lists, with the two changes that people make to them by hand. */
export function QualificationsTable({ dossier }: { dossier: Dossier }) {
  const t = useCopy(dossierCopy);
  const say = useSay();
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<Qualification>();
  const why = whyNot(dossier, 'qualification.edit');
  const disabledReason = why ? say(why) : undefined;
  const columns = [
    ...useQualificationColumns(dossier),
    {
      key: 'actions',
      title: t.actions,
      render: (row: Qualification) =>
        row.status === 'valid' ? (
          <ActionButton
            size="small"
            className="no-print"
            disabledReason={disabledReason}
            aria-label={t.revokeTitle(say(row.kindName))}
            onClick={() => setRevoking(row)}
          >
            {t.revoke}
          </ActionButton>
        ) : (
          <Dash />
        ),
    },
  ];
  return (
    <div>
      <div className="row no-print table-actions">
        <ActionButton disabledReason={disabledReason} onClick={() => setAdding(true)}>
          {t.addQualification}
        </ActionButton>
      </div>
      <DataTable
        label={t.qualifications}
        columns={columns}
        rows={dossier.qualifications}
        rowKey={(row) => row.id}
        empty={t.noQualifications}
      />
      {adding && <QualificationDialog enterpriseId={dossier.enterprise.id} onClose={() => setAdding(false)} />}
      {revoking && (
        <RevokeDialog
          enterpriseId={dossier.enterprise.id}
          qualification={revoking}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </div>
  );
}

function useQualificationColumns(dossier: Dossier): Column<Qualification>[] {
  const t = useCopy(dossierCopy);
  const say = useSay();
  const sourceName = (source: string) => {
    const known = dossier.facts.find((fact) => fact.source === source);
    return known ? say(known.sourceName) : <Dash />;
  };
  return [
    {
      key: 'kind',
      title: t.qualifications,
      render: (row) => `${say(row.kindName)}${row.level ? ` ${row.level}` : ''}`,
    },
    {
      key: 'status',
      title: t.status,
      render: (row) => <Mark tone={TONES[row.status]}>{t[`status_${row.status}`]}</Mark>,
    },
    { key: 'certificateNo', title: t.certificateNo, render: (row) => row.certificateNo ?? <Dash /> },
    { key: 'issuedOn', title: t.issuedOn, render: (row) => row.issuedOn ?? <Unknown /> },
    { key: 'expiresOn', title: t.expiresOn, render: (row) => row.expiresOn ?? <Dash /> },
    { key: 'batch', title: t.batch, render: (row) => row.batch ?? <Dash /> },
    { key: 'source', title: t.source, render: (row) => sourceName(row.source) },
  ];
}
