import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { api } from '../shell/client.ts';
import { messageOf } from '../shell/errors.ts';
import { useCopy, useLanguage, useSay } from '../shell/language.tsx';
import { Dash, Figure, Unknown } from '../shell/parts/Amount.tsx';
import { ReasonDialog } from '../shell/parts/ReasonDialog.tsx';
import { registryCopy } from './copy.ts';
import type { Pair } from './DuplicatesPage.tsx';
import { EnterpriseStateMark } from './parts/EnterpriseStateMark.tsx';
import { useKindName } from './qualification-kinds.ts';
import { queueCopy } from './queue-copy.ts';

type Row = Pair['left'];

interface CompareDialogProps {
  pair: Pair;
  onClose(): void;
  onMerged(mergeId: number): void;
}

/** Two dossiers side by side, what differs marked; then merge one into the other, or say that they are two. */
export function CompareDialog({ pair, onClose, onMerged }: CompareDialogProps) {
  const t = useCopy(queueCopy);
  const { language } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [keep, setKeep] = useState<'left' | 'right'>();
  const done = async () => {
    await queries.invalidateQueries({ queryKey: api.registry.key() });
    onClose();
  };
  const merge = useMutation(
    api.registry.duplicates.merge.mutationOptions({
      onSuccess: async ({ mergeId }) => {
        onMerged(mergeId);
        await done();
      },
    }),
  );
  const dismiss = useMutation(
    api.registry.duplicates.dismiss.mutationOptions({
      onSuccess: done,
      onError: (error) => message.error(messageOf(error, language)),
    }),
  );
  if (keep) {
    const kept = pair[keep];
    const absorbed = keep === 'left' ? pair.right : pair.left;
    return (
      <ReasonDialog
        title={t.mergeTitle(absorbed.name, kept.name)}
        okText={t.merge}
        busy={merge.isPending}
        error={merge.error}
        onSubmit={(reason) => merge.mutate({ keep: kept.id, absorb: absorbed.id, reason })}
        onClose={() => setKeep(undefined)}
      >
        <p className="notice">{t.mergeNote}</p>
      </ReasonDialog>
    );
  }
  return (
    <Modal
      open
      width={760}
      title={t.compareTitle}
      onCancel={onClose}
      footer={
        <div className="row dialog-actions">
          <Button
            loading={dismiss.isPending}
            onClick={() => dismiss.mutate({ left: pair.left.id, right: pair.right.id })}
          >
            {t.notSame}
          </Button>
          <Button onClick={() => setKeep('left')}>{t.keepFirst}</Button>
          <Button onClick={() => setKeep('right')}>{t.keepSecond}</Button>
        </div>
      }
    >
      <Comparison pair={pair} />
    </Modal>
  );
}

function Comparison({ pair }: { pair: Pair }) {
  const t = useCopy(queueCopy);
  const words = useCopy(registryCopy);
  const say = useSay();
  const kindName = useKindName();
  const place = (unit: Row['park']) => (unit ? say(unit) : null);
  const line = (label: string, of: (row: Row) => string | number | null, draw?: (row: Row) => ReactNode) => {
    const differs = of(pair.left) !== of(pair.right);
    const cell = (row: Row) => (of(row) === null ? <Unknown /> : draw ? draw(row) : of(row));
    return (
      <tr>
        <th scope="row" className="name-cell">
          {label} {differs && <span className="tag warn">{t.differs}</span>}
        </th>
        <td>{cell(pair.left)}</td>
        <td>{cell(pair.right)}</td>
      </tr>
    );
  };
  return (
    <div className="table-scroll">
      <table className="data-table keep">
        <thead>
          <tr>
            <th scope="col">{t.item}</th>
            <th scope="col">{t.first}</th>
            <th scope="col">{t.second}</th>
          </tr>
        </thead>
        <tbody>
          {line(words.enterprise, (row) => row.name)}
          {line(
            words.creditCode,
            (row) => row.creditCode,
            (row) => (
              <span className="code">{row.creditCode}</span>
            ),
          )}
          {line(words.registeredOn, (row) => row.registeredOn)}
          {line(words.subdistrict, (row) => place(row.subdistrict))}
          {line(words.park, (row) => place(row.park))}
          {line(words.industry, (row) => row.industryCode)}
          {line(
            words.revenue,
            (row) => row.revenue,
            (row) => (
              <Figure value={row.revenue} />
            ),
          )}
          {line(
            words.staff,
            (row) => row.staff,
            (row) => (
              <Figure value={row.staff} />
            ),
          )}
          {line(
            words.state,
            (row) => row.state,
            (row) => (
              <EnterpriseStateMark state={row.state} />
            ),
          )}
          {line(
            words.qualifications,
            (row) => row.qualifications.join('、'),
            (row) => row.qualifications.map(kindName).join('、') || <Dash />,
          )}
        </tbody>
      </table>
    </div>
  );
}
