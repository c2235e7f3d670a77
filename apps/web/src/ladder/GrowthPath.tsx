import type { Verdict } from '@forest/domain';
import { proseDate } from '../shell/format/date.ts';
import { useCopy, useLanguage, useSay } from '../shell/language.tsx';
import type { Explanation } from './judgement.ts';
import { judgementCopy } from './judgement-copy.ts';

type Path = NonNullable<Explanation['path']>;

/** What would have to change, all taken together, and what nobody can change. */
export function GrowthPath({ path, verdict }: { path: Path; verdict: Verdict }) {
  const t = useCopy(judgementCopy);
  const say = useSay();
  const { language } = useLanguage();
  const empty = path.changes.length + path.blocked.length + path.missing.length === 0;
  return (
    <section className="stack" aria-label={t.path}>
      <h3>{t.path}</h3>
      {verdict === 'met' && <p>{t.pathMet}</p>}
      {verdict !== 'met' && empty && !path.earliest && <p className="muted">{t.pathUnknown}</p>}
      {path.changes.length > 0 && (
        <div>
          {path.reachable && <p>{t.pathReachable}</p>}
          <ol className="plain-list">
            {path.changes.map((change) => (
              <li key={`${change.fact} ${change.year}`}>{say(change.sentence)}</li>
            ))}
          </ol>
        </div>
      )}
      {path.missing.length > 0 && (
        <p>
          {t.pathMissing}
          {[...new Set(path.missing.map((input) => `${say(input.name)}${input.year ? ` ${input.year}` : ''}`))].join(
            '、',
          )}
        </p>
      )}
      {path.blocked.length > 0 && (
        <div>
          <p>{t.pathBlocked}</p>
          <ul className="plain-list">
            {path.blocked.map((block) => (
              <li key={block.criterion}>
                {say(block.title)} <span className="muted">{say(block.reason)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {path.earliest && <p>{t.pathEarliest(proseDate(path.earliest, language))}</p>}
    </section>
  );
}
