import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { api } from '../../shell/client.ts';
import { useCopy } from '../../shell/language.tsx';
import { Choice } from '../../shell/parts/Choice.tsx';
import { Field } from '../../shell/parts/Field.tsx';
import { ReasonDialog } from '../../shell/parts/ReasonDialog.tsx';
import { registryCopy } from '../copy.ts';
import { dossierCopy } from './copy.ts';
import type { Dossier } from './dossier.ts';

const STATES = ['active', 'left', 'cancelled'] as const;

/** 迁出、注销、恢复. */
export function StateDialog({ dossier, onClose }: { dossier: Dossier; onClose(): void }) {
  const t = useCopy(dossierCopy);
  const words = useCopy(registryCopy);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const others = STATES.filter((state) => state !== dossier.enterprise.state);
  const [state, setState] = useState(others[0] ?? 'left');
  const change = useMutation(
    api.registry.enterprises.setState.mutationOptions({
      onSuccess: async () => {
        message.success(t.stateChanged);
        await queries.invalidateQueries({ queryKey: api.registry.key() });
        onClose();
      },
    }),
  );
  return (
    <ReasonDialog
      title={t.changeState}
      busy={change.isPending}
      error={change.error}
      onSubmit={(reason) => change.mutate({ id: dossier.enterprise.id, state, reason })}
      onClose={onClose}
    >
      <Field label={t.newState}>
        {(control) => (
          <Choice
            {...control}
            value={state}
            options={others.map((value) => ({ value, label: words[value] }))}
            onChange={(chosen) => setState(others.find((value) => value === chosen) ?? state)}
          />
        )}
      </Field>
    </ReasonDialog>
  );
}
