import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { type Answers, api } from '../client.ts';
import { shellCopy } from '../copy.ts';
import { moment } from '../format/date.ts';
import { useCopy, useSay } from '../language.tsx';
import { Mark } from '../parts/Marks.tsx';
import { ProgressLine } from '../parts/ProgressLine.tsx';
import { Empty, Shown } from '../parts/States.tsx';

type Job = Answers['system']['jobs']['get'];

const EVERY_MS = 1500;

/** Everything long: imports, censuses, exports, each with progress and a way to stop it. */
export function JobDrawer({ onClose }: { onClose(): void }) {
  const t = useCopy(shellCopy);
  const jobs = useQuery(
    api.system.jobs.list.queryOptions({
      input: { page: 1, pageSize: 20 },
      refetchInterval: (query) => (query.state.data?.rows.some(isOpen) ? EVERY_MS : false),
    }),
  );
  return (
    <Drawer open title={t.jobs} onClose={onClose} size={420} rootClassName="job-drawer">
      <Shown query={jobs}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>{t.noJobs}</Empty>
          ) : (
            <ul className="job-list">
              {rows.map((job) => (
                <JobLine key={job.id} job={job} />
              ))}
            </ul>
          )
        }
      </Shown>
    </Drawer>
  );
}

function JobLine({ job }: { job: Job }) {
  const t = useCopy(shellCopy);
  const say = useSay();
  const queries = useQueryClient();
  const cancel = useMutation(
    api.system.jobs.cancel.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.system.jobs.key() }),
    }),
  );
  return (
    <li>
      <div className="row">
        <strong>{say(job.title)}</strong>
        <JobMark state={job.state} />
      </div>
      {isOpen(job) && <ProgressLine label={say(job.title)} value={job.progress} />}
      {job.message && <p>{say(job.message)}</p>}
      <p className="muted">
        {job.startedBy} {moment(job.createdAt)}
      </p>
      {isOpen(job) && (
        <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate({ id: job.id })}>
          {t.cancelJob}
        </Button>
      )}
    </li>
  );
}

function JobMark({ state }: { state: Job['state'] }) {
  const t = useCopy(shellCopy);
  switch (state) {
    case 'queued':
      return <Mark tone="unknown">{t.jobQueued}</Mark>;
    case 'running':
      return <Mark tone="plain">{t.jobRunning}</Mark>;
    case 'done':
      return <Mark tone="good">{t.jobDone}</Mark>;
    case 'failed':
      return <Mark tone="bad">{t.jobFailed}</Mark>;
    case 'cancelled':
      return <Mark tone="warn">{t.jobCancelled}</Mark>;
  }
}

function isOpen(job: Job): boolean {
  return job.state === 'queued' || job.state === 'running';
}
