import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../shell/client.ts';
import { shellCopy } from '../../shell/copy.ts';
import { useCopy } from '../../shell/language.tsx';
import { Choice } from '../../shell/parts/Choice.tsx';
import { Field } from '../../shell/parts/Field.tsx';
import { FormFault } from '../../shell/parts/FormFault.tsx';
import { useToday } from '../../shell/today.ts';
import { useQualificationKinds } from '../qualification-kinds.ts';
import { dossierCopy } from './copy.ts';

const EMPTY = { kind: '', level: '', certificateNo: '', issuedOn: '', expiresOn: '', batch: '' };

/** 登记资质. */
export function QualificationDialog({ enterpriseId, onClose }: { enterpriseId: number; onClose(): void }) {
  const t = useCopy(dossierCopy);
  const shell = useCopy(shellCopy);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const kinds = useQualificationKinds();
  const form = useId();
  const today = useToday();
  const [draft, setDraft] = useState(EMPTY);
  const add = useMutation(
    api.registry.qualifications.add.mutationOptions({
      onSuccess: async () => {
        message.success(t.qualificationAdded);
        onClose();
        await Promise.all([
          queries.invalidateQueries({ queryKey: api.registry.key() }),
          queries.invalidateQueries({ queryKey: api.ladder.key() }),
        ]);
      },
    }),
  );
  const { kind, issuedOn, expiresOn } = draft;
  const late = issuedOn > today;
  const reversed = expiresOn !== '' && issuedOn !== '' && expiresOn < issuedOn;
  const ready = kind !== '' && issuedOn !== '' && !late && !reversed;
  const submit = () => {
    if (!ready || add.isPending) return;
    const filled = (text: string) => text.trim() || null;
    add.mutate({
      id: enterpriseId,
      kind,
      issuedOn,
      expiresOn: filled(expiresOn),
      level: filled(draft.level),
      certificateNo: filled(draft.certificateNo),
      batch: filled(draft.batch),
    });
  };
  const input = (
    key: Exclude<keyof typeof EMPTY, 'kind'>,
    more: { type?: 'date'; max?: string; hint?: string; error?: string } = {},
  ) => (
    <Field label={t[key]} hint={more.hint} error={more.error}>
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          type={more.type}
          max={more.max}
          maxLength={100}
          value={draft[key]}
          onChange={(e) => setDraft({ ...draft, [key]: e.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Modal
      open
      width={640}
      title={t.addQualification}
      okText={t.addQualification}
      cancelText={shell.cancel}
      okButtonProps={{ htmlType: 'submit', form, disabled: !ready, loading: add.isPending }}
      onCancel={onClose}
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field label={t.qualificationKind}>
          {(control) => (
            <Choice
              {...control}
              value={kind}
              options={[{ value: '', label: '—' }, ...kinds]}
              onChange={(chosen) => setDraft({ ...draft, kind: chosen })}
            />
          )}
        </Field>
        <div className="field-pairs">
          {input('certificateNo')}
          {input('level', { hint: t.levelHint })}
          {input('issuedOn', { type: 'date', max: today, error: late ? t.issuedAhead : undefined })}
          {input('expiresOn', {
            type: 'date',
            hint: t.expiresHint,
            error: reversed ? t.expiresBeforeIssue : undefined,
          })}
          {input('batch')}
        </div>
        <FormFault error={add.error} />
      </form>
    </Modal>
  );
}
