import { localDay } from '../../shell/format/date.ts';
import { factCell } from '../../shell/format/fact.ts';
import { money } from '../../shell/format/money.ts';
import { unitLabel } from '../../shell/format/unit.ts';
import { useCopy, useLanguage, useSay } from '../../shell/language.tsx';
import { Unknown } from '../../shell/parts/Amount.tsx';
import { Mark } from '../../shell/parts/Marks.tsx';
import { Section } from '../../shell/parts/Page.tsx';
import { Empty } from '../../shell/parts/States.tsx';
import type { Column } from '../../shell/table/column.ts';
import { DataTable } from '../../shell/table/DataTable.tsx';
import { dossierCopy } from './copy.ts';
import { annualTable, type Dossier, type DossierFact } from './dossier.ts';

interface FactsSectionProps {
  dossier: Dossier;
  onOpen(fact: string, year: number | null): void;
}

/** Every fact opens to its sources; yearly facts stand side by side. */
export function FactsSection({ dossier, onOpen }: FactsSectionProps) {
  const t = useCopy(dossierCopy);
  const standing = dossier.facts.filter((fact) => fact.year === null);
  return (
    <Section id="facts" title={t.facts}>
      {dossier.facts.length === 0 && <Empty>{t.noFacts}</Empty>}
      <AnnualFacts facts={dossier.facts} onOpen={onOpen} />
      {standing.length > 0 && <StandingFacts facts={standing} onOpen={onOpen} />}
    </Section>
  );
}

function AnnualFacts({ facts, onOpen }: { facts: readonly DossierFact[]; onOpen: FactsSectionProps['onOpen'] }) {
  const t = useCopy(dossierCopy);
  const say = useSay();
  const { language } = useLanguage();
  const { years, rows } = annualTable(facts);
  if (rows.length === 0) return null;
  const columns: Column<(typeof rows)[number]>[] = [
    {
      key: 'fact',
      title: t.annualFacts,
      width: 220,
      render: ({ fact }) => (
        <>
          {say(fact.name)} <span className="muted">{unitLabel(fact.unit, language)}</span>
        </>
      ),
    },
    ...years.map((year) => ({
      key: String(year),
      title: String(year),
      numeric: true,
      width: 110,
      render: ({ byYear }: (typeof rows)[number]) => {
        const fact = byYear.get(year);
        return fact ? <FactButton fact={fact} onOpen={onOpen} /> : <Unknown />;
      },
    })),
    {
      key: 'source',
      title: t.source,
      width: 140,
      render: ({ byYear }) => {
        const newest = years.map((year) => byYear.get(year)).find((fact) => fact !== undefined);
        return newest ? <SourceOf fact={newest} /> : null;
      },
    },
  ];
  return <DataTable label={t.annualFacts} columns={columns} rows={rows} rowKey={(row) => row.fact.fact} />;
}

function StandingFacts({ facts, onOpen }: { facts: readonly DossierFact[]; onOpen: FactsSectionProps['onOpen'] }) {
  const t = useCopy(dossierCopy);
  const say = useSay();
  const { language } = useLanguage();
  const columns: Column<DossierFact>[] = [
    { key: 'fact', title: t.standingFacts, width: 220, render: (fact) => say(fact.name) },
    { key: 'value', title: t.value, numeric: true, render: (fact) => <FactButton fact={fact} onOpen={onOpen} /> },
    { key: 'unit', title: t.unit, render: (fact) => unitLabel(fact.unit, language) || '—' },
    { key: 'source', title: t.source, width: 140, render: (fact) => <SourceOf fact={fact} /> },
  ];
  return <DataTable label={t.standingFacts} columns={columns} rows={facts} rowKey={(fact) => fact.fact} />;
}

function FactButton({ fact, onOpen }: { fact: DossierFact; onOpen: FactsSectionProps['onOpen'] }) {
  const t = useCopy(dossierCopy);
  const say = useSay();
  const { language } = useLanguage();
  const { value, unit } = fact;
  const isMoney = unit === '万元' || unit === '万美元';
  const exact = isMoney && typeof value === 'number' ? money(value, language, unit).exact : undefined;
  return (
    <span className="fact-cell">
      {fact.conflicting && <Mark tone="warn">{t.conflicting}</Mark>}
      <button
        type="button"
        className="plain figure"
        title={exact}
        aria-description={t.showSources(say(fact.name))}
        onClick={() => onOpen(fact.fact, fact.year)}
      >
        {factCell(value, unit, language)}
      </button>
    </span>
  );
}

function SourceOf({ fact }: { fact: DossierFact }) {
  const say = useSay();
  return (
    <span title={localDay(fact.statedAt)}>
      {say(fact.sourceName)}
      {fact.statements > 1 && <span className="muted"> ×{fact.statements}</span>}
    </span>
  );
}
