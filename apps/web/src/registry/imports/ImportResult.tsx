import { number } from '../../shell/format/number.ts';
import { useCopy, useSay } from '../../shell/language.tsx';
import { ExportButton } from '../../shell/parts/ExportButton.tsx';
import { LinkButton } from '../../shell/parts/LinkButton.tsx';
import { Section } from '../../shell/parts/Page.tsx';
import { importCopy } from './copy.ts';
import type { ImportView } from './ImportPage.tsx';
import { ProblemTable } from './ProblemTable.tsx';

const COUNTS = ['rows', 'created', 'updated', 'unchanged', 'rejected', 'warnings', 'reviews'] as const;

/** Last step: what became of the rows, and the file of those that have to be put right. */
export function ImportResult({ view }: { view: ImportView }) {
  const t = useCopy(importCopy);
  const say = useSay();
  return (
    <>
      <Section title={t.result}>
        {view.message && <p className={view.state === 'failed' ? 'notice bad' : 'notice'}>{say(view.message)}</p>}
        <dl className="counts">
          {COUNTS.map((count) => (
            <div key={count}>
              <dt>{t[count]}</dt>
              <dd className="figure">{number(view.counts[count])}</dd>
            </div>
          ))}
        </dl>
        <div className="page-actions">
          {(view.counts.rejected > 0 || view.counts.warnings > 0) && (
            <ExportButton path={`imports/${view.id}/problems.xlsx`} label={t.problemFile} />
          )}
          <LinkButton to="/imports">{t.again}</LinkButton>
          <LinkButton to="/enterprises" search={{ sort: 'updatedAt', order: 'desc' }} type="primary">
            {t.showEnterprises}
          </LinkButton>
        </div>
      </Section>
      {view.problems.length > 0 && (
        <Section title={t.problems}>
          <p className="muted">{t.problemFileHint}</p>
          <ProblemTable problems={view.problems} empty={t.noProblems} />
        </Section>
      )}
    </>
  );
}
