import { useCopy, useSay } from '../shell/language.tsx';
import { reachableWhenScrolling } from '../shell/table/scrolling.ts';
import { differingLines, type Score } from './compare.ts';
import { libraryCopy } from './copy.ts';

interface ScoreTableProps {
  score: Score;
  /** The same score in the other version; lines that it lacks are marked. */
  other?: Score;
  /** Said beside the title, e.g. that only this version has the score. */
  tag?: string;
}

/** What gives how many points: parts stand out, their cases below them, points to the right. */
export function ScoreTable({ score, other, tag }: ScoreTableProps) {
  const t = useCopy(libraryCopy);
  const say = useSay();
  const differing = other ? differingLines(score, other) : new Set<number>();
  return (
    <section className="table-scroll" aria-label={say(score.title)} ref={reachableWhenScrolling}>
      <table className="data-table keep score-table">
        <caption className="sr-only">{say(score.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.scores}</th>
            <th scope="col" className="numeric">
              {t.points}
            </th>
          </tr>
        </thead>
        <tbody>
          {score.lines.map((line, at) => {
            const title = say(line.title);
            const sentence = say(line.sentence);
            const words = (
              <>
                {title && (line.depth < 2 ? <strong>{title}</strong> : title)}
                {title && sentence && ' '}
                {sentence && <span className={title ? 'muted' : undefined}>{sentence}</span>}
              </>
            );
            return (
              <tr key={`${at}/${line.title.zh}`} className={title ? 'part' : undefined}>
                <th scope="row" className="name-cell" style={{ paddingInlineStart: 12 + line.depth * 16 }}>
                  {differing.has(at) ? <mark title={t.readsDifferently}>{words}</mark> : words}
                  {at === 0 && tag && <span className="tag accent">{tag}</span>}
                </th>
                <td className="numeric">{line.points}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
