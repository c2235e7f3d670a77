import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCopy, useSay } from '../../shell/language.tsx';
import { Dash, Unknown } from '../../shell/parts/Amount.tsx';
import { Section } from '../../shell/parts/Page.tsx';
import { registryCopy } from '../copy.ts';
import { useKindName } from '../qualification-kinds.ts';
import { Contacts } from './Contacts.tsx';
import { dossierCopy } from './copy.ts';
import type { Dossier } from './dossier.ts';

/** Who it is: identity, place in the district, what it holds, whom to call. */
export function IdentitySection({ dossier }: { dossier: Dossier }) {
  const t = useCopy(dossierCopy);
  const words = useCopy(registryCopy);
  const say = useSay();
  const kindName = useKindName();
  const { enterprise } = dossier;
  const item = (label: string, value: ReactNode) => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <Section id="who" title={t.who}>
      {enterprise.mergedInto !== null && (
        <p className="notice">
          {t.mergedInto}{' '}
          <Link to="/enterprises/$id" params={{ id: String(enterprise.mergedInto) }}>
            {t.openMerged}
          </Link>
        </p>
      )}
      <dl className="facts">
        {item(
          words.industry,
          enterprise.industryCode ? `${enterprise.industryCode} ${enterprise.industryName ?? ''}` : <Unknown />,
        )}
        {item(words.registeredOn, enterprise.registeredOn ?? <Unknown />)}
        {item(words.subdistrict, enterprise.subdistrict ? say(enterprise.subdistrict) : <Unknown />)}
        {item(words.park, enterprise.park ? say(enterprise.park) : <Dash />)}
        {item(words.carrier, enterprise.carrier ? say(enterprise.carrier) : <Dash />)}
        {item(
          words.qualifications,
          enterprise.qualifications.length === 0 ? (
            <Dash />
          ) : (
            enterprise.qualifications.map((kind) => (
              <span key={kind} className="tag accent">
                {kindName(kind)}
              </span>
            ))
          ),
        )}
        {item(t.address, enterprise.address ?? <Unknown />)}
      </dl>
      {enterprise.businessScope && (
        <details className="scope">
          <summary>{t.businessScope}</summary>
          <p>{enterprise.businessScope}</p>
        </details>
      )}
      {dossier.contacts.length > 0 && <Contacts dossier={dossier} />}
    </Section>
  );
}
