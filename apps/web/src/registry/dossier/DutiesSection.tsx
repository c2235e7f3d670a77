import { dayOf } from '@forest/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../shell/client.ts';
import { useCopy, useSay } from '../../shell/language.tsx';
import { LightMark } from '../../shell/parts/Marks.tsx';
import { Section } from '../../shell/parts/Page.tsx';
import { Empty } from '../../shell/parts/States.tsx';
import { dossierCopy } from './copy.ts';
import type { Dossier } from './dossier.ts';

/** The last certificate of a kind shows here when it ends within half a year, or ended within the last year. */
const SOON_DAYS = 183;
const RECENT_DAYS = 365;

/** What is due: things to verify, disagreeing sources, certificates about to end. */
export function DutiesSection({ dossier, today }: { dossier: Dossier; today: string }) {
  const t = useCopy(dossierCopy);
  const say = useSay();
  const { id, openReviews } = dossier.enterprise;
  const reviews = useQuery(
    api.registry.reviews.list.queryOptions({
      input: { enterpriseId: id, state: 'open', page: 1, pageSize: 20 },
      enabled: openReviews > 0,
    }),
  );
  const conflicts = dossier.facts.filter((fact) => fact.conflicting).length;
  const ending = lastOfEachKind(dossier).filter(({ expiresOn }) => {
    const left = dayOf(expiresOn) - dayOf(today);
    return left <= SOON_DAYS && left >= -RECENT_DAYS;
  });
  const nothing = openReviews === 0 && conflicts === 0 && ending.length === 0;
  return (
    <Section id="duties" title={t.duties}>
      {nothing && <Empty>{t.nothingDue}</Empty>}
      <ul className="duties">
        {ending.map((held) => {
          const name = say(held.kindName);
          const over = held.expiresOn < today;
          return (
            <li key={`q${held.id}`} className="row">
              <LightMark light={over ? 'overdue' : 'warning'} />
              <span>{over ? t.expired(name, held.expiresOn) : t.expires(name, held.expiresOn)}</span>
            </li>
          );
        })}
        {conflicts > 0 && (
          <li className="row">
            <LightMark light="warning" />
            <a href="#facts">{t.openConflicts(conflicts)}</a>
          </li>
        )}
        {openReviews > 0 && (
          <li className="row">
            <LightMark light="warning" />
            <Link to="/reviews" search={{ enterpriseId: id }}>
              {t.openReviews(openReviews)}
            </Link>
            <span className="muted">{reviews.data?.rows.map((item) => say(item.message)).join('；')}</span>
          </li>
        )}
      </ul>
    </Section>
  );
}

type Ending = Dossier['qualifications'][number] & { expiresOn: string };

/** A renewed certificate leaves nothing to do about the one before it. */
function lastOfEachKind(dossier: Dossier): Ending[] {
  const last = new Map<string, Ending>();
  for (const held of dossier.qualifications) {
    if (held.expiresOn === null || held.revokedOn) continue;
    const known = last.get(held.kind);
    if (!known || known.expiresOn < held.expiresOn) last.set(held.kind, { ...held, expiresOn: held.expiresOn });
  }
  return [...last.values()];
}
