import type { Answers } from '../shell/client.ts';
import { useCopy, useSay } from '../shell/language.tsx';
import { Section } from '../shell/parts/Page.tsx';
import { Confidence } from './Confidence.tsx';
import { libraryCopy } from './copy.ts';

type Version = Answers['library']['rules']['get']['detail'][number];

/** One version in plain words: conditions with articles, scores, outcome, duties, and how sure we are of it. */
export function RuleVersion({ version }: { version: Version }) {
  const t = useCopy(libraryCopy);
  const say = useSay();
  return (
    <Section title={`${t.version} ${version.id}`} aside={<Confidence level={version.confidence} />}>
      <p className="muted">
        {t.effective(version.effectiveFrom, version.effectiveTo)}
        {version.validityYears !== null && ` · ${t.validity(version.validityYears)}`}
      </p>
      <p className="muted">{version.verifiedBy ? t.verifiedBy(version.verifiedBy) : t.notVerified}</p>
      <ol className="rule-lines">
        {version.criteria.map((criterion) => (
          <li key={criterion.id}>
            <strong>{say(criterion.title)}</strong>{' '}
            {criterion.confidence !== version.confidence && <Confidence level={criterion.confidence} />}
            <p>{say(criterion.sentence)}</p>
            <p className="article">
              {criterion.id} · {criterion.document} {criterion.article}
            </p>
            {criterion.note && <p className="muted">{say(criterion.note)}</p>}
          </li>
        ))}
      </ol>
      <p>
        <strong>{t.outcome}</strong> {say(version.outcome)}
      </p>
      {version.scores.map((score) => (
        <ScoreTable key={score.id} score={score} />
      ))}
      {version.duties.length > 0 && (
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
      )}
    </Section>
  );
}

function ScoreTable({ score }: { score: Version['scores'][number] }) {
  const t = useCopy(libraryCopy);
  const say = useSay();
  return (
    <div className="table-scroll">
      <table className="data-table">
        <caption>{say(score.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.scores}</th>
            <th scope="col" className="numeric">
              {t.points}
            </th>
            <th scope="col">{t.criteria}</th>
          </tr>
        </thead>
        <tbody>
          {score.lines.map((line, at) => (
            <tr key={`${at}/${line.title.zh}`}>
              <th scope="row" className="name-cell" style={{ paddingInlineStart: 12 + line.depth * 16 }}>
                {say(line.title)}
              </th>
              <td className="numeric" data-label={t.points}>
                {line.points}
              </td>
              <td data-label={t.criteria}>{say(line.sentence)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
