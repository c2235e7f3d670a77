import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../shell/client.ts';
import { shellCopy } from '../shell/copy.ts';
import { useCopy } from '../shell/language.tsx';
import { ExportButton } from '../shell/parts/ExportButton.tsx';
import { ManyChoice } from '../shell/parts/ManyChoice.tsx';
import { Page } from '../shell/parts/Page.tsx';
import { useMay } from '../shell/session.ts';
import { withFilter } from '../shell/url/search.ts';
import { ladderCopy } from './copy.ts';
import { LadderFilters } from './LadderFilters.tsx';
import { LadderTable } from './LadderTable.tsx';
import { firstRule, type LadderSearch, verdicts } from './search.ts';

const route = getRouteApi('/_in/verdicts');

/** 判定名单: the rows behind every number of the board. */
export function VerdictList() {
  const t = useCopy(ladderCopy);
  const shell = useCopy(shellCopy);
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: LadderSearch) => navigate({ search: next });
  const filter = (changed: Partial<LadderSearch>) => change(withFilter(search, changed));
  const { withinPercent: _within, ...asked } = search;
  const input = { ...asked, rule: search.rule ?? firstRule };
  const list = useQuery(api.ladder.list.queryOptions({ input, placeholderData: keepPreviousData }));
  const words = { met: shell.met, not_met: shell.notMet, unknown: shell.unknown };
  return (
    <Page
      title={t.verdicts}
      lead={t.verdictsLead}
      actions={
        <ExportButton
          path="ladder/verdicts.xlsx"
          filters={input}
          disabledReason={may('enterprise.export') ? undefined : t.mayNotExport}
        />
      }
    >
      <LadderTable
        label={t.verdicts}
        query={list}
        search={search}
        sort="name"
        onChange={change}
        filters={
          <>
            <LadderFilters search={search} onChange={filter} />
            <ManyChoice
              label={t.verdict}
              value={search.verdict}
              options={verdicts.map((value) => ({ value, label: words[value] }))}
              onChange={(chosen) => filter({ verdict: verdicts.filter((one) => chosen?.includes(one)) })}
            />
          </>
        }
      />
    </Page>
  );
}
