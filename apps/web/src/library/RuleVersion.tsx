import { useCopy, useSay } from '../shell/language.tsx';
import { Section } from '../shell/parts/Page.tsx';
import { CriterionText } from './CriterionText.tsx';
import type { Version } from './compare.ts';
import { libraryCopy } from './copy.ts';
import { ScoreTable } from './ScoreTable.tsx';
import { VersionHead } from './VersionHead.tsx';

/** One version in plain words: conditions with articles, scores, outcome, duties, and how sure we are of it. */
export function RuleVersion({ version }: { version: Version }) {
  const t = useCopy(libraryCopy);
  const say = useSay();
  return (
    <Section title={t.versionOf(version.id)}>
      <VersionHead version={version} />
      <ol className="rule-lines">
        {version.criteria.map((criterion) => (
          <li key={criterion.id}>
            <CriterionText criterion={criterion} version={version} />
          </li>
        ))}
      </ol>
      <p className="rule-outcome">
        <strong>{t.outcome}</strong> {say(version.outcome)}
      </p>
      {version.scores.map((score) => (
        <ScoreTable key={score.id} score={score} />
      ))}
      <Duties version={version} />
    </Section>
  );
}

export function Duties({ version }: { version: Version }) {
  const t = useCopy(libraryCopy);
  const say = useSay();
  if (version.duties.length === 0) return null;
  return (
    <>
      <h3>{t.duties}</h3>
      <ul className="rule-lines">
        {version.duties.map((duty) => (
          <li key={duty.title.zh}>
            {say(duty.title)} · {duty.when} <span className="article">{duty.article}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
