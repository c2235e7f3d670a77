import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { type Answers, api } from '../../shell/client.ts';
import { messageOf } from '../../shell/errors.ts';
import { useCopy, useLanguage, useSay } from '../../shell/language.tsx';
import { Page } from '../../shell/parts/Page.tsx';
import { ProgressLine } from '../../shell/parts/ProgressLine.tsx';
import { Shown } from '../../shell/parts/States.tsx';
import { importCopy } from './copy.ts';
import { ImportCheck } from './ImportCheck.tsx';
import { ImportResult } from './ImportResult.tsx';
import { ImportStateMark } from './ImportStateMark.tsx';

export type ImportView = Answers['registry']['imports']['get'];

const route = getRouteApi('/_in/imports/$id');
const EVERY_MS = 1000;

const BUSY: readonly ImportView['state'][] = ['uploaded', 'reading', 'queued', 'running'];
const ENDED: readonly ImportView['state'][] = ['done', 'failed', 'cancelled'];

/** One import from the file to its result; the state on the server decides which step is shown. */
export function ImportPage() {
  const t = useCopy(importCopy);
  const id = Number(route.useParams().id);
  const query = useQuery(
    api.registry.imports.get.queryOptions({
      input: { id },
      staleTime: 0,
      refetchInterval: (q) => (q.state.data && BUSY.includes(q.state.data.state) ? EVERY_MS : false),
    }),
  );
  return (
    <Shown query={query}>
      {(view) => (
        <Page title={view.fileName} lead={<ImportStateMark state={view.state} />}>
          <Steps state={view.state} />
          {BUSY.includes(view.state) && <Running view={view} label={t[`state_${view.state}`]} />}
          {view.state === 'previewed' && <ImportCheck key={JSON.stringify(view.mapping)} view={view} />}
          {ENDED.includes(view.state) && <ImportResult view={view} />}
        </Page>
      )}
    </Shown>
  );
}

const STEPS = ['upload', 'map', 'run', 'result'] as const;

function Steps({ state }: { state: ImportView['state'] }) {
  const t = useCopy(importCopy);
  const at = ENDED.includes(state) ? 3 : state === 'queued' || state === 'running' ? 2 : state === 'previewed' ? 1 : 0;
  return (
    <ol className="steps" aria-label={t.steps}>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined} className={index < at ? 'past' : undefined}>
          {t[`step_${step}`]}
        </li>
      ))}
    </ol>
  );
}

function Running({ view, label }: { view: ImportView; label: string }) {
  const t = useCopy(importCopy);
  const say = useSay();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const cancel = useMutation(
    api.registry.imports.cancel.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.registry.imports.key() }),
      onError: (error) => message.error(messageOf(error, language)),
    }),
  );
  return (
    <section className="section stack" aria-label={label}>
      <p>{view.message ? say(view.message) : t.running}</p>
      <ProgressLine label={label} value={view.progress} />
      <p>
        <Button loading={cancel.isPending} onClick={() => cancel.mutate({ id: view.id })}>
          {t.cancel}
        </Button>
      </p>
    </section>
  );
}
