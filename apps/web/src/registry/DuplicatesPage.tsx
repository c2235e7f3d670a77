import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { type Answers, api } from '../shell/client.ts';
import { messageOf } from '../shell/errors.ts';
import { percent } from '../shell/format/number.ts';
import { useCopy, useLanguage, useSay } from '../shell/language.tsx';
import { Page } from '../shell/parts/Page.tsx';
import { Shown } from '../shell/parts/States.tsx';
import type { Column } from '../shell/table/column.ts';
import { DataTable } from '../shell/table/DataTable.tsx';
import { Pager } from '../shell/table/Pager.tsx';
import { CompareDialog } from './CompareDialog.tsx';
import { queueCopy } from './queue-copy.ts';

export type Pair = Answers['registry']['duplicates']['list']['rows'][number];

const route = getRouteApi('/_in/duplicates');

/** 疑似重复: pairs to compare side by side; a merge can be undone right here. */
export function DuplicatesPage() {
  const t = useCopy(queueCopy);
  const say = useSay();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [pair, setPair] = useState<Pair>();
  const [mergeId, setMergeId] = useState<number>();
  const list = useQuery(
    api.registry.duplicates.list.queryOptions({ input: search, placeholderData: keepPreviousData }),
  );
  const undo = useMutation(
    api.registry.duplicates.undo.mutationOptions({
      onSuccess: async () => {
        setMergeId(undefined);
        message.success(t.undone);
        await queries.invalidateQueries({ queryKey: api.registry.key() });
      },
      onError: (error) => message.error(messageOf(error, language)),
    }),
  );
  const columns: Column<Pair>[] = [
    { key: 'first', title: t.first, width: 240, render: (row) => row.left.name },
    { key: 'second', title: t.second, width: 240, render: (row) => row.right.name },
    { key: 'why', title: t.why, width: 260, render: (row) => row.reasons.map(say).join('；') },
    { key: 'score', title: t.likeness, numeric: true, render: (row) => percent(row.score, 0) },
    {
      key: 'action',
      title: t.action,
      render: (row) => (
        <Button size="small" onClick={() => setPair(row)}>
          {t.compare}
        </Button>
      ),
    },
  ];
  return (
    <Page title={t.duplicates} lead={t.duplicatesLead}>
      {mergeId !== undefined && (
        <p className="notice good row" role="status">
          {t.merged}
          <Button size="small" loading={undo.isPending} onClick={() => undo.mutate({ mergeId })}>
            {t.undo}
          </Button>
        </p>
      )}
      <div className="table-frame">
        <Shown query={list}>
          {({ rows, total }) => (
            <>
              <DataTable
                label={t.duplicates}
                columns={columns}
                rows={rows}
                rowKey={(row) => `${row.left.id}-${row.right.id}`}
                busy={list.isPlaceholderData}
                empty={t.noDuplicates}
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
      {pair && <CompareDialog pair={pair} onClose={() => setPair(undefined)} onMerged={setMergeId} />}
    </Page>
  );
}
