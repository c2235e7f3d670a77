import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { api } from '../shell/client.ts';
import { useCopy } from '../shell/language.tsx';
import { Choice } from '../shell/parts/Choice.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { ReasonDialog } from '../shell/parts/ReasonDialog.tsx';
import { useUnitOptions } from '../shell/units.ts';
import { registryCopy } from './copy.ts';

/** Batch: puts the chosen enterprises under another park, subdistrict or carrier, with a reason. */
export function MoveDialog({ ids, onClose, onMoved }: { ids: number[]; onClose(): void; onMoved(): void }) {
  const t = useCopy(registryCopy);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [unitId, setUnitId] = useState('');
  const options = useUnitOptions(['park', 'subdistrict', 'carrier']).map(({ value, label, depth = 0 }) => ({
    value,
    label: ' '.repeat(depth) + label,
  }));
  const move = useMutation(
    api.registry.enterprises.moveMany.mutationOptions({
      onSuccess: async ({ moved }) => {
        message.success(t.moved(moved));
        await queries.invalidateQueries({ queryKey: api.registry.enterprises.key() });
        onMoved();
      },
    }),
  );
  return (
    <ReasonDialog
      title={t.moveTitle(ids.length)}
      ready={unitId !== ''}
      busy={move.isPending}
      error={move.error}
      onSubmit={(reason) => move.mutate({ ids, unitId, reason })}
      onClose={onClose}
    >
      <Field label={t.targetUnit}>
        {(control) => (
          <Choice {...control} value={unitId} options={[{ value: '', label: '—' }, ...options]} onChange={setUnitId} />
        )}
      </Field>
    </ReasonDialog>
  );
}
