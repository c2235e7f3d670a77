import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { api } from '../../shell/client.ts';
import { useCopy, useSay } from '../../shell/language.tsx';
import { Dash } from '../../shell/parts/Amount.tsx';
import { Choice } from '../../shell/parts/Choice.tsx';
import type { Column } from '../../shell/table/column.ts';
import { DataTable } from '../../shell/table/DataTable.tsx';
import { importCopy } from './copy.ts';
import { type ColumnChoice, type MappedColumn, MONEY_UNITS, withChoice } from './mapping.ts';

interface MappingTableProps {
  mapping: readonly MappedColumn[];
  choices: readonly ColumnChoice[];
  onChange(choices: ColumnChoice[]): void;
}

/** Each column of the file, what it was recognised as, and boxes to say otherwise. */
export function MappingTable({ mapping, choices, onChange }: MappingTableProps) {
  const t = useCopy(importCopy);
  const say = useSay();
  const targets = useQuery(api.registry.imports.targets.queryOptions({ staleTime: 300_000 })).data ?? [];
  const options = [
    { value: '', label: t.leftOut },
    ...targets.map((target) => ({ value: target.id, label: `${say(target.group)} · ${say(target.name)}` })),
  ];
  const choiceOf = (row: MappedColumn) => choices.find((choice) => choice.column === row.column) ?? row;
  const set = (row: MappedColumn, change: Partial<ColumnChoice>) => {
    const { column, target, year, unit } = choiceOf(row);
    onChange(withChoice(choices, { column, target, year, unit, ...change }));
  };
  const targetOf = (row: MappedColumn) => targets.find((target) => target.id === choiceOf(row).target);
  const columns: Column<MappedColumn>[] = [
    { key: 'column', title: t.column, width: 200, render: (row) => row.header || <Dash /> },
    {
      key: 'meaning',
      title: t.meaning,
      width: 260,
      render: (row) => (
        <Choice
          aria-label={t.meaningOf(row.header)}
          value={choiceOf(row).target ?? ''}
          options={options}
          onChange={(target) => set(row, { target: target || null })}
        />
      ),
    },
    {
      key: 'year',
      title: t.year,
      width: 100,
      render: (row) =>
        targetOf(row)?.annual ? (
          <Input
            size="small"
            type="number"
            aria-label={t.yearOf(row.header)}
            value={choiceOf(row).year ?? ''}
            onChange={(e) => set(row, { year: e.target.value === '' ? null : Math.trunc(Number(e.target.value)) })}
          />
        ) : (
          <Dash />
        ),
    },
    {
      key: 'unit',
      title: t.unit,
      width: 150,
      render: (row) =>
        targetOf(row)?.unit === '万元' ? (
          <span className="row">
            <Choice
              aria-label={t.unitOf(row.header)}
              value={choiceOf(row).unit ?? '万元'}
              options={MONEY_UNITS.map((unit) => ({ value: unit, label: unit }))}
              onChange={(unit) => set(row, { unit })}
            />
            {row.unitAssumed && <span className="tag warn">{t.assumed}</span>}
          </span>
        ) : (
          (targetOf(row)?.unit ?? <Dash />)
        ),
    },
    {
      key: 'samples',
      title: t.samples,
      width: 220,
      render: (row) => <span className="muted">{row.samples.slice(0, 3).join('；') || '—'}</span>,
    },
  ];
  return <DataTable label={t.columns} columns={columns} rows={mapping} rowKey={(row) => row.column} />;
}
