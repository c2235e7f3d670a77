import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../shell/client.ts';
import { useCopy, useSay } from '../shell/language.tsx';
import { Page } from '../shell/parts/Page.tsx';
import { Shown } from '../shell/parts/States.tsx';
import type { Column } from '../shell/table/column.ts';
import { DataTable } from '../shell/table/DataTable.tsx';
import { treeRows } from '../shell/units.ts';
import { identityCopy } from './copy.ts';

/** 组织机构: the tree as content defines it, every unit leading to its enterprises. */
export function OrganisationPage() {
  const t = useCopy(identityCopy);
  const say = useSay();
  const tree = useQuery(api.identity.organisation.tree.queryOptions({ staleTime: 300_000 }));
  const columns: Column<ReturnType<typeof treeRows>[number]>[] = [
    {
      key: 'name',
      title: t.unit,
      width: 320,
      render: ({ unit, depth }) => <span style={{ paddingInlineStart: depth * 20 }}>{say(unit.name)}</span>,
    },
    { key: 'kind', title: t.unitKind, render: ({ unit }) => t[`unit_${unit.kind}`] },
    { key: 'id', title: t.unitId, render: ({ unit }) => <span className="code">{unit.id}</span> },
    {
      key: 'enterprises',
      title: t.enterprises,
      render: ({ unit }) =>
        unit.kind === 'department' ? (
          '—'
        ) : (
          <Link to="/enterprises" search={{ unit: [unit.id] }}>
            {t.showEnterprises}
          </Link>
        ),
    },
  ];
  return (
    <Page title={t.organisation} lead={t.organisationLead}>
      <div className="table-frame">
        <Shown query={tree}>
          {(units) => (
            <DataTable label={t.organisation} columns={columns} rows={treeRows(units)} rowKey={({ unit }) => unit.id} />
          )}
        </Shown>
      </div>
    </Page>
  );
}
