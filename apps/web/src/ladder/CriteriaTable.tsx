import { factPhrase } from '../shell/format/fact.ts';
import { useCopy, useLanguage, useSay } from '../shell/language.tsx';
import { Dash, Unknown } from '../shell/parts/Amount.tsx';
import { VerdictMark } from '../shell/parts/Marks.tsx';
import type { Column } from '../shell/table/column.ts';
import { DataTable } from '../shell/table/DataTable.tsx';
import { actualPhrase, gapPhrase } from './close.ts';
import type { Criterion } from './judgement.ts';
import { judgementCopy } from './judgement-copy.ts';

interface CriteriaTableProps {
  criteria: readonly Criterion[];
  /** The criteria as they stand, while other values are being tried. */
  before?: readonly Criterion[];
}

/** Criterion by criterion: what was found, what is asked, what is missing to it, and where that is written. */
export function CriteriaTable({ criteria, before }: CriteriaTableProps) {
  const t = useCopy(judgementCopy);
  const say = useSay();
  const { language } = useLanguage();
  const changed = (row: Criterion) => before?.find((one) => one.id === row.id && one.verdict !== row.verdict);
  const columns: Column<Criterion>[] = [
    {
      key: 'criterion',
      title: t.criterion,
      width: 340,
      render: (row) => (
        <div className="criterion">
          <Sentence title={say(row.title)} sentence={say(row.sentence)} />
          {row.note && <p className="muted">{say(row.note)}</p>}
          <Inputs criterion={row} />
        </div>
      ),
    },
    {
      key: 'verdict',
      title: t.verdict,
      width: 96,
      render: (row) => (
        <>
          <VerdictMark verdict={row.verdict} />
          {changed(row) && <span className="tag accent">{t.changed}</span>}
        </>
      ),
    },
    {
      key: 'actual',
      title: t.actual,
      numeric: true,
      width: 92,
      render: (row) => (row.actual === null ? <Unknown /> : actualPhrase(row, language)),
    },
    {
      key: 'required',
      title: t.required,
      numeric: true,
      width: 110,
      render: (row) => (row.required ? <Required label={say(row.required.label)} /> : <Dash />),
    },
    {
      key: 'gap',
      title: t.gap,
      numeric: true,
      width: 92,
      render: (row) => (row.gap ? gapPhrase(row.gap, row.unit ?? '', language) : <Dash />),
    },
    {
      key: 'basis',
      title: t.basis,
      width: 170,
      render: (row) => (
        <span>
          <span className="muted">{row.document}</span> {row.article}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      label={t.criterion}
      columns={columns}
      rows={criteria}
      rowKey={(row) => row.id}
      isCurrent={(row) => changed(row) !== undefined}
    />
  );
}

/** Numbers stand to the right; a list of words reads from the left. */
function Required({ label }: { label: string }) {
  return label.length > 16 ? <span className="required-words">{label}</span> : label;
}

/** The sentence usually opens with the title; it is said once, and stands out. */
function Sentence({ title, sentence }: { title: string; sentence: string }) {
  const rest = sentence.startsWith(title) ? sentence.slice(title.length) : `　${sentence}`;
  return (
    <p>
      <strong>{title}</strong>
      {rest}
    </p>
  );
}

function Inputs({ criterion }: { criterion: Criterion }) {
  const t = useCopy(judgementCopy);
  const say = useSay();
  const { language } = useLanguage();
  if (criterion.inputs.length === 0) return null;
  return (
    <details>
      <summary className="muted">{t.inputs}</summary>
      <ul>
        {criterion.inputs.map((input) => (
          <li key={`${input.fact} ${input.year}`}>
            {say(input.name)} {input.year}{' '}
            <span className="figure">{factPhrase(input.value, input.unit, language)}</span>{' '}
            {input.source && <span className="muted">{say(input.source)}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
