import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { NextSteps } from '../ladder/NextSteps.tsx';
import { StandingSection } from '../ladder/StandingSection.tsx';
import { api } from '../shell/client.ts';
import { useCopy } from '../shell/language.tsx';
import { Page } from '../shell/parts/Page.tsx';
import { Shown } from '../shell/parts/States.tsx';
import { useToday } from '../shell/today.ts';
import { registryCopy } from './copy.ts';
import { dossierCopy } from './dossier/copy.ts';
import { DossierActions } from './dossier/DossierActions.tsx';
import { DutiesSection } from './dossier/DutiesSection.tsx';
import { FactDrawer } from './dossier/FactDrawer.tsx';
import { FactsSection } from './dossier/FactsSection.tsx';
import { HistorySection } from './dossier/HistorySection.tsx';
import { HoldingsSection } from './dossier/HoldingsSection.tsx';
import { IdentitySection } from './dossier/IdentitySection.tsx';
import { CreditCode } from './parts/CreditCode.tsx';
import { EnterpriseStateMark } from './parts/EnterpriseStateMark.tsx';

const route = getRouteApi('/_in/enterprises/$id');

/** 一企一档, in reading order: who it is → where it stands → one step from what → what is due → facts → history. */
export function EnterprisePage() {
  const t = useCopy(registryCopy);
  const id = Number(route.useParams().id);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = useToday();
  const query = useQuery(api.registry.enterprises.get.queryOptions({ input: { id } }));
  const open = (change: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...change }, resetScroll: false });
  return (
    <Shown query={query} lines={12}>
      {(dossier) => (
        <Page
          title={dossier.enterprise.name}
          lead={
            <span className="row">
              <CreditCode code={dossier.enterprise.creditCode} status={dossier.enterprise.codeStatus} />
              <EnterpriseStateMark state={dossier.enterprise.state} />
              {dossier.enterprise.qualifications.length === 0 && <span>{t.noTier}</span>}
            </span>
          }
          actions={<DossierActions dossier={dossier} />}
        >
          <Contents />
          <IdentitySection dossier={dossier} />
          <StandingSection
            enterpriseId={id}
            asOf={search.asOf}
            rule={search.rule}
            onOpen={(rule) => open({ rule })}
            onAsOf={(asOf) => open({ asOf })}
          />
          <NextSteps enterpriseId={id} asOf={search.asOf} onOpen={(rule) => open({ rule })} />
          <DutiesSection dossier={dossier} today={today} />
          <FactsSection dossier={dossier} onOpen={(fact, year) => open({ fact, year: year ?? undefined })} />
          <HoldingsSection dossier={dossier} />
          <HistorySection dossier={dossier} />
          {search.fact && (
            <FactDrawer
              dossier={dossier}
              fact={search.fact}
              year={search.year ?? null}
              onClose={() => open({ fact: undefined, year: undefined })}
            />
          )}
        </Page>
      )}
    </Shown>
  );
}

const SECTIONS = ['who', 'standing', 'nextStep', 'duties', 'facts', 'holdings', 'history'] as const;

/** Links to the sections, always in sight while reading. */
function Contents() {
  const t = useCopy(dossierCopy);
  return (
    <nav className="contents no-print" aria-label={t.sections}>
      {SECTIONS.map((section) => (
        <a key={section} href={`#${section}`}>
          {t[section]}
        </a>
      ))}
    </nav>
  );
}
