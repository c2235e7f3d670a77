import { useCopy, useSay } from '../shell/language.tsx';
import { Confidence } from './Confidence.tsx';
import { type Criterion, difference, type Version } from './compare.ts';
import { libraryCopy } from './copy.ts';

interface CriterionTextProps {
  criterion: Criterion;
  version: Version;
  /** The same criterion in the other version: what reads differently is marked. */
  other?: Criterion;
  /** Stands before the title: in which version it is, when not in both. */
  tag?: string;
}

/** One criterion in plain words, then where it is written. */
export function CriterionText({ criterion, version, other, tag }: CriterionTextProps) {
  const say = useSay();
  return (
    <>
      <p>
        <strong>
          <Marked text={say(criterion.title)} other={other && say(other.title)} />
        </strong>{' '}
        {tag && <span className="tag accent">{tag}</span>}
        {criterion.confidence !== version.confidence && <Confidence level={criterion.confidence} />}
      </p>
      <p>
        <Marked text={say(criterion.sentence)} other={other && say(other.sentence)} />
      </p>
      <p className="article">
        {criterion.id} · {criterion.document} {criterion.article}
      </p>
      {criterion.note && <p className="muted">{say(criterion.note)}</p>}
    </>
  );
}

const MOST_MARKED = 0.7;

/** A text with the part marked that the other does not have; where nearly all differs a mark would tell nothing. */
export function Marked({ text, other }: { text: string; other: string | undefined }) {
  const t = useCopy(libraryCopy);
  if (other === undefined || other === text) return text;
  const [before, differs, after] = difference(text, other);
  if (differs.length > text.length * MOST_MARKED) return text;
  return (
    <>
      {before}
      {differs && <mark title={t.readsDifferently}>{differs}</mark>}
      {after}
    </>
  );
}
