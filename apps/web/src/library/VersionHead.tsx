import { useCopy } from '../shell/language.tsx';
import { Confidence } from './Confidence.tsx';
import type { Version } from './compare.ts';
import { libraryCopy } from './copy.ts';

/** From when to when the version holds, for how long a certificate is valid, and how sure the content is. */
export function VersionHead({ version }: { version: Version }) {
  const t = useCopy(libraryCopy);
  return (
    <div className="version-head">
      <p className="row">
        <span>
          {t.effective(version.effectiveFrom, version.effectiveTo)}
          {version.validityYears !== null && ` · ${t.validity(version.validityYears)}`}
        </span>
        <Confidence level={version.confidence} />
      </p>
      <p className="muted">{version.verifiedBy ? t.verifiedBy(version.verifiedBy) : t.notVerified}</p>
    </div>
  );
}
