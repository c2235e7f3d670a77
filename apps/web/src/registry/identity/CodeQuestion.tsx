import { useCopy } from '../../shell/language.tsx';
import { identityCopy } from './copy.ts';

interface CodeQuestionProps {
  /** The server's doubt, in its words. */
  doubt: string;
  accepted: boolean;
  onChange(accepted: boolean): void;
}

/** Real codes exist that fail the check: the doubt is shown, and a person who has compared may stand by the code. */
export function CodeQuestion({ doubt, accepted, onChange }: CodeQuestionProps) {
  const t = useCopy(identityCopy);
  return (
    <div className="notice" role="alert">
      <p>{doubt}</p>
      <p>{t.compareLicence}</p>
      <label className="filter-range">
        <input type="checkbox" checked={accepted} onChange={(e) => onChange(e.target.checked)} />
        {t.acceptCode}
      </label>
    </div>
  );
}
