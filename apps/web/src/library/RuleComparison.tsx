import { useCopy, useSay } from '../shell/language.tsx';
import { Section } from '../shell/parts/Page.tsx';
import { CriterionText, Marked } from './CriterionText.tsx';
import { type Change, type Criterion, type Pair, pairCriteria, type Version } from './compare.ts';
import { libraryCopy } from './copy.ts';
import { Duties } from './RuleVersion.tsx';
import { ScoreTable } from './ScoreTable.tsx';
import { VersionHead } from './VersionHead.tsx';

/** Two versions criterion by criterion, with everything marked that one of them has alone or says otherwise. */
export function RuleComparison({ left, right }: { left: Version; right: Version }) {
  const t = useCopy(libraryCopy);
  const say = useSay();
  const pairs = pairCriteria(left.criteria, right.criteria);
  const count = (...changes: Change[]) => pairs.filter((pair) => changes.includes(pair.change)).length;
  return (
    <Section title={t.compared(left.id, right.id)}>
      <p>{t.differences(count('same'), count('changed'), count('left'), count('right'))}</p>
      <div className="compare compare-heads">
        {[left, right].map((version) => (
          <div key={version.id}>
            <h3>{t.versionOf(version.id)}</h3>
            <VersionHead version={version} />
          </div>
        ))}
      </div>
      <h3>{t.criteria}</h3>
      <ol className="rule-lines">
        {pairs.map((pair) => (
          <ComparedCriterion key={pair.key} pair={pair} left={left} right={right} />
        ))}
      </ol>
      <h3>{t.outcome}</h3>
      <div className="compare">
        <p>
          <Marked text={say(left.outcome)} other={say(right.outcome)} />
        </p>
        <p>
          <Marked text={say(right.outcome)} other={say(left.outcome)} />
        </p>
      </div>
      {left.scores.length > 0 && right.scores.length > 0 ? (
        <div className="compare">
          <Scores version={left} other={right} />
          <Scores version={right} other={left} />
        </div>
      ) : (
        <>
          <Scores version={left} other={right} />
          <Scores version={right} other={left} />
        </>
      )}
    </Section>
  );
}

interface ComparedCriterionProps {
  pair: Pair<Criterion>;
  left: Version;
  right: Version;
}

function ComparedCriterion({ pair, left, right }: ComparedCriterionProps) {
  const t = useCopy(libraryCopy);
  const side = (criterion: Criterion | undefined, other: Criterion | undefined, version: Version) => (
    <div data-version={t.versionOf(version.id)} className={criterion ? undefined : 'compare-none'}>
      {criterion ? (
        <CriterionText
          criterion={criterion}
          version={version}
          other={other}
          tag={other ? (pair.change === 'changed' ? t.readsDifferently : undefined) : t.onlyIn(version.id)}
        />
      ) : (
        <p className="muted">{t.notIn(version.id)}</p>
      )}
    </div>
  );
  return (
    <li className={`compare compare-${pair.change}`}>
      {side(pair.left, pair.right, left)}
      {side(pair.right, pair.left, right)}
    </li>
  );
}

function Scores({ version, other }: { version: Version; other: Version }) {
  const t = useCopy(libraryCopy);
  return (
    <div data-version={t.versionOf(version.id)}>
      {version.scores.map((score) => {
        const same = other.scores.find((one) => one.id === score.id || one.title.zh === score.title.zh);
        return <ScoreTable key={score.id} score={score} other={same} tag={same ? undefined : t.onlyIn(version.id)} />;
      })}
      <Duties version={version} />
    </div>
  );
}
