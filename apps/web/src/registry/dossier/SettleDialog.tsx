import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { api } from '../../shell/client.ts';
import { useCopy } from '../../shell/language.tsx';
import { ReasonDialog } from '../../shell/parts/ReasonDialog.tsx';
import { dossierCopy } from './copy.ts';

interface SettleDialogProps {
  conflictId: number;
  statementId: number;
  /** The chosen value and its source, in words. */
  label: string;
  onClose(): void;
}

/** Settles which of several sources counts. The others are kept. */
export function SettleDialog({ conflictId, statementId, label, onClose }: SettleDialogProps) {
  const t = useCopy(dossierCopy);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const settle = useMutation(
    api.registry.conflicts.settle.mutationOptions({
      onSuccess: async () => {
        message.success(t.settled);
        await Promise.all([
          queries.invalidateQueries({ queryKey: api.registry.key() }),
          queries.invalidateQueries({ queryKey: api.ladder.key() }),
        ]);
        onClose();
      },
    }),
  );
  return (
    <ReasonDialog
      title={t.settleTitle}
      busy={settle.isPending}
      error={settle.error}
      onSubmit={(reason) => settle.mutate({ id: conflictId, statementId, reason })}
      onClose={onClose}
    >
      <p className="notice good">{label}</p>
    </ReasonDialog>
  );
}
