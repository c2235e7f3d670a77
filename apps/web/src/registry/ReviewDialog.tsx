import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { api } from '../shell/client.ts';
import { useCopy, useSay } from '../shell/language.tsx';
import { ReasonDialog } from '../shell/parts/ReasonDialog.tsx';
import { queueCopy } from './queue-copy.ts';
import type { ReviewItem } from './ReviewsPage.tsx';

interface ReviewDialogProps {
  item: ReviewItem;
  outcome: 'confirmed' | 'corrected';
  onClose(): void;
}

export function ReviewDialog({ item, outcome, onClose }: ReviewDialogProps) {
  const t = useCopy(queueCopy);
  const say = useSay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const settle = useMutation(
    api.registry.reviews.settle.mutationOptions({
      onSuccess: async () => {
        message.success(t.verified);
        await queries.invalidateQueries({ queryKey: api.registry.key() });
        onClose();
      },
    }),
  );
  return (
    <ReasonDialog
      title={`${outcome === 'confirmed' ? t.confirm : t.markCorrected} · ${item.enterpriseName}`}
      busy={settle.isPending}
      error={settle.error}
      onSubmit={(note) => settle.mutate({ id: item.id, outcome, note })}
      onClose={onClose}
    >
      <p className="notice">{say(item.message)}</p>
    </ReasonDialog>
  );
}
