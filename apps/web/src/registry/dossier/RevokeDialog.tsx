import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../shell/client.ts';
import { useCopy, useSay } from '../../shell/language.tsx';
import { Field } from '../../shell/parts/Field.tsx';
import { ReasonDialog } from '../../shell/parts/ReasonDialog.tsx';
import { useToday } from '../../shell/today.ts';
import { dossierCopy } from './copy.ts';
import type { Dossier } from './dossier.ts';

interface RevokeDialogProps {
  enterpriseId: number;
  qualification: Dossier['qualifications'][number];
  onClose(): void;
}

/** 撤销资质: from the day given it no longer counts; that it once did stays known. */
export function RevokeDialog({ enterpriseId, qualification, onClose }: RevokeDialogProps) {
  const t = useCopy(dossierCopy);
  const say = useSay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const today = useToday();
  const [on, setOn] = useState(today);
  const revoke = useMutation(
    api.registry.qualifications.revoke.mutationOptions({
      onSuccess: async () => {
        message.success(t.qualificationRevoked);
        onClose();
        await Promise.all([
          queries.invalidateQueries({ queryKey: api.registry.key() }),
          queries.invalidateQueries({ queryKey: api.ladder.key() }),
        ]);
      },
    }),
  );
  const { id, issuedOn } = qualification;
  const outside = on !== '' && (on > today || (issuedOn !== null && on < issuedOn));
  return (
    <ReasonDialog
      title={t.revokeTitle(say(qualification.kindName))}
      okText={t.revoke}
      danger
      ready={on !== '' && !outside}
      busy={revoke.isPending}
      error={revoke.error}
      onSubmit={(reason) => revoke.mutate({ id: enterpriseId, qualificationId: id, on, reason })}
      onClose={onClose}
    >
      <p className="muted">{t.revokeNote}</p>
      <Field label={t.revokedOn} error={outside ? t.revokedOutside : undefined}>
        {(control) => (
          <Input
            {...control}
            type="date"
            min={issuedOn ?? undefined}
            max={today}
            value={on}
            onChange={(e) => setOn(e.target.value)}
          />
        )}
      </Field>
    </ReasonDialog>
  );
}
