import { CloseOutlined, StarOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../client.ts';
import { shellCopy } from '../copy.ts';
import { useCopy } from '../language.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';

/** Filters, sorting and columns under a name. A view is nothing but the address's query, so it is also a link. */
export function SavedViews({ page, query }: { page: string; query: string }) {
  const t = useCopy(shellCopy);
  const router = useRouter();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const views = useQuery(api.registry.views.list.queryOptions({ input: { page } }));
  const refresh = { onSuccess: () => queries.invalidateQueries({ queryKey: api.registry.views.key() }) };
  const save = useMutation(api.registry.views.save.mutationOptions(refresh));
  const remove = useMutation(api.registry.views.remove.mutationOptions(refresh));
  return (
    <Disclosure label={t.views} icon={<StarOutlined />} align="end">
      {views.data?.length === 0 && <p className="muted">{t.noViews}</p>}
      <ul className="view-list">
        {views.data?.map((view) => (
          <li key={view.id} className="row">
            <a
              href={`${router.history.location.pathname}${view.query}`}
              onClick={(event) => {
                event.preventDefault();
                router.history.push(`${router.history.location.pathname}${view.query}`);
              }}
            >
              {view.name}
            </a>
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={`${t.remove} ${view.name}`}
              onClick={() => remove.mutate({ id: view.id })}
            />
          </li>
        ))}
      </ul>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) save.mutate({ page, name: name.trim(), query }, { onSuccess: () => setName('') });
        }}
      >
        <Input
          size="small"
          maxLength={40}
          aria-label={t.viewName}
          placeholder={t.viewName}
          value={name}
          onChange={(e) => setName(e.target.value)}
        />
        <Button size="small" htmlType="submit" loading={save.isPending}>
          {t.saveView}
        </Button>
      </form>
    </Disclosure>
  );
}
