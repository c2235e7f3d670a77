import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { type Answers, api } from '../shell/client.ts';
import { localDay } from '../shell/format/date.ts';
import { useCopy, useSay } from '../shell/language.tsx';
import { Choice } from '../shell/parts/Choice.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { ManyChoice } from '../shell/parts/ManyChoice.tsx';
import { Page } from '../shell/parts/Page.tsx';
import { Shown } from '../shell/parts/States.tsx';
import type { Column } from '../shell/table/column.ts';
import { DataTable } from '../shell/table/DataTable.tsx';
import { Pager } from '../shell/table/Pager.tsx';
import { withFilter } from '../shell/url/search.ts';
import { queueCopy } from './queue-copy.ts';
import { ReviewDialog } from './ReviewDialog.tsx';
import { type ReviewSearch, reviewKinds, reviewStates } from './reviews-search.ts';

export type ReviewItem = Answers['registry']['reviews']['list']['rows'][number];

const route = getRouteApi('/_in/reviews');

/** 待核实: what a person has to confirm or put right. */
export function ReviewsPage() {
  const t = useCopy(queueCopy);
  const say = useSay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [settling, setSettling] = useState<{ item: ReviewItem; outcome: 'confirmed' | 'corrected' }>();
  const filter = (change: Partial<ReviewSearch>) => void navigate({ search: withFilter(search, change) });
  const list = useQuery(api.registry.reviews.list.queryOptions({ input: search, placeholderData: keepPreviousData }));
  const columns: Column<ReviewItem>[] = [
    {
      key: 'enterprise',
      title: t.enterprise,
      width: 240,
      render: (row) => (
        <Link to="/enterprises/$id" params={{ id: String(row.enterpriseId) }}>
          {row.enterpriseName}
        </Link>
      ),
    },
    { key: 'kind', title: t.kind, width: 130, render: (row) => t[`kind_${row.kind}`] },
    { key: 'message', title: t.message, width: 320, render: (row) => say(row.message) },
    { key: 'createdAt', title: t.found, width: 110, render: (row) => localDay(row.createdAt) },
    {
      key: 'action',
      title: t.action,
      width: 200,
      render: (item) =>
        item.state === 'open' ? (
          <span className="row">
            <Button size="small" onClick={() => setSettling({ item, outcome: 'confirmed' })}>
              {t.confirm}
            </Button>
            <Button size="small" onClick={() => setSettling({ item, outcome: 'corrected' })}>
              {t.markCorrected}
            </Button>
          </span>
        ) : (
          t[`state_${item.state}`]
        ),
    },
  ];
  return (
    <Page title={t.reviews} lead={t.reviewsLead}>
      <div className="table-frame">
        <search className="filter-bar">
          <Field inline label={t.state}>
            {(control) => (
              <Choice
                {...control}
                value={search.state ?? 'open'}
                options={reviewStates.map((value) => ({ value, label: t[`state_${value}`] }))}
                onChange={(state) => filter({ state: reviewStates.find((one) => one === state) })}
              />
            )}
          </Field>
          <ManyChoice
            label={t.kind}
            value={search.kind}
            options={reviewKinds.map((value) => ({ value, label: t[`kind_${value}`] }))}
            onChange={(chosen) => filter({ kind: reviewKinds.filter((kind) => chosen?.includes(kind)) })}
          />
          {search.enterpriseId && (
            <>
              <span className="tag">{t.onlyOne(search.enterpriseId)}</span>
              <Button type="link" onClick={() => filter({ enterpriseId: undefined })}>
                {t.showAll}
              </Button>
            </>
          )}
        </search>
        <Shown query={list}>
          {({ rows, total }) => (
            <>
              <DataTable
                label={t.reviews}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.id}
                busy={list.isPlaceholderData}
                empty={t.nothingToVerify}
              />
              <Pager
                page={search.page ?? 1}
                pageSize={search.pageSize ?? 50}
                total={total}
                onChange={(page, pageSize) => void navigate({ search: { ...search, page, pageSize } })}
              />
            </>
          )}
        </Shown>
      </div>
      {settling && <ReviewDialog {...settling} onClose={() => setSettling(undefined)} />}
    </Page>
  );
}
