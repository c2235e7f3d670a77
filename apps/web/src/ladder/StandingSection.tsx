import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useRef } from 'react';
import { api } from '../shell/client.ts';
import { useCopy, useSay } from '../shell/language.tsx';
import { Dash } from '../shell/parts/Amount.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { VerdictMark } from '../shell/parts/Marks.tsx';
import { Section } from '../shell/parts/Page.tsx';
import { Shown } from '../shell/parts/States.tsx';
import type { Column } from '../shell/table/column.ts';
import { DataTable } from '../shell/table/DataTable.tsx';
import type { Standing } from './judgement.ts';
import { judgementCopy } from './judgement-copy.ts';
import { VerdictDetail } from './VerdictDetail.tsx';

interface StandingSectionProps {
  enterpriseId: number;
  asOf: string | undefined;
  /** The rule unfolded below the table. */
  rule: string | undefined;
  onOpen(rule: string | undefined): void;
  onAsOf(asOf: string | undefined): void;
}

/** Every rule's verdict on this enterprise in one table; one of them unfolds criterion by criterion. */
export function StandingSection({ enterpriseId, asOf, rule, onOpen, onAsOf }: StandingSectionProps) {
  const t = useCopy(judgementCopy);
  const say = useSay();
  const ruleAtFirst = useRef(rule);
  const standings = useQuery(api.ladder.enterprise.queryOptions({ input: { id: enterpriseId, asOf } }));
  const columns: Column<Standing>[] = [
    {
      key: 'rule',
      title: t.rule,
      width: 220,
      render: (row) => (
        <button
          type="button"
          className="plain"
          aria-expanded={row.rule === rule}
          aria-description={t.open(say(row.ruleName))}
          onClick={() => onOpen(row.rule === rule ? undefined : row.rule)}
        >
          {say(row.ruleName)}
        </button>
      ),
    },
    {
      key: 'verdict',
      title: t.verdict,
      width: 100,
      render: (row) => (
        <span className="row">
          <VerdictMark verdict={row.verdict} />
          {row.grade && <span className="tag accent">{say(row.grade)}</span>}
        </span>
      ),
    },
    {
      key: 'short',
      title: t.short,
      unit: t.conditions,
      numeric: true,
      render: (row) => (row.short > 0 ? row.short : <Dash />),
    },
    { key: 'headline', title: t.headline, width: 320, render: (row) => say(row.headline) },
    {
      key: 'since',
      title: t.since,
      width: 110,
      render: (row) => (row.since ? <span className="code">{row.since}</span> : <Dash />),
    },
  ];
  return (
    <Section
      id="standing"
      title={t.standing}
      aside={
        <Field inline label={t.asOf}>
          {(control) => (
            <Input
              {...control}
              type="date"
              size="small"
              defaultValue={asOf ?? standings.data?.[0]?.asOf}
              key={asOf ?? standings.data?.[0]?.asOf}
              onBlur={(e) => {
                if (e.target.validity.valid && e.target.value) onAsOf(e.target.value);
              }}
            />
          )}
        </Field>
      }
    >
      <Shown query={standings} lines={5}>
        {(rows) => (
          <DataTable
            label={t.standing}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.rule}
            isCurrent={(row) => row.rule === rule}
            empty={t.noRules}
          />
        )}
      </Shown>
      {/* Below the table, so that what it scrolls to stays where it is. */}
      {rule && !standings.isPending && (
        <VerdictDetail
          key={`${rule} ${asOf}`}
          enterpriseId={enterpriseId}
          rule={rule}
          asOf={asOf}
          follow={rule !== ruleAtFirst.current || location.hash === `#rule-${rule}`}
          onClose={() => onOpen(undefined)}
        />
      )}
    </Section>
  );
}
