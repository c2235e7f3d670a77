import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Input } from 'antd';
import { api } from '../shell/client.ts';
import { useCopy } from '../shell/language.tsx';
import { ExportButton } from '../shell/parts/ExportButton.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { Page } from '../shell/parts/Page.tsx';
import { useMay } from '../shell/session.ts';
import { withFilter } from '../shell/url/search.ts';
import { ladderCopy } from './copy.ts';
import { LadderFilters } from './LadderFilters.tsx';
import { LadderTable } from './LadderTable.tsx';
import { firstRule, type LadderSearch } from './search.ts';

const route = getRouteApi('/_in/near-misses');

/** 一步之遥: whom a little help would lift onto the next rung. */
export function NearMissList() {
  const t = useCopy(ladderCopy);
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: LadderSearch) => navigate({ search: next });
  const filter = (changed: Partial<LadderSearch>) => change(withFilter(search, changed));
  const { verdict: _verdict, ...asked } = search;
  const input = { ...asked, rule: search.rule ?? firstRule };
  const list = useQuery(api.ladder.nearMiss.queryOptions({ input, placeholderData: keepPreviousData }));
  return (
    <Page
      title={t.nearMisses}
      lead={t.nearLead}
      actions={
        <ExportButton
          path="ladder/near-misses.xlsx"
          filters={input}
          disabledReason={may('enterprise.export') ? undefined : t.mayNotExport}
        />
      }
    >
      <LadderTable
        label={t.nearMisses}
        query={list}
        search={search}
        sort="effort"
        near
        onChange={change}
        filters={
          <>
            <LadderFilters search={search} onChange={filter} />
            <Field inline label={t.within}>
              {(control) => (
                <Input
                  {...control}
                  type="number"
                  inputMode="decimal"
                  min={0}
                  max={100}
                  key={search.withinPercent}
                  className="filter-number"
                  defaultValue={search.withinPercent}
                  onBlur={(e) => e.target.validity.valid && filter({ withinPercent: numberIn(e.target.value) })}
                  onPressEnter={(e) => e.currentTarget.blur()}
                />
              )}
            </Field>
          </>
        }
      />
    </Page>
  );
}

function numberIn(typed: string): number | undefined {
  return typed === '' ? undefined : Number(typed);
}
