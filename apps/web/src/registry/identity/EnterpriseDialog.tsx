import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { api, client } from '../../shell/client.ts';
import { shellCopy } from '../../shell/copy.ts';
import { failureCode, messageOf } from '../../shell/errors.ts';
import { useCopy, useLanguage } from '../../shell/language.tsx';
import { Field } from '../../shell/parts/Field.tsx';
import { FormFault } from '../../shell/parts/FormFault.tsx';
import { useToday } from '../../shell/today.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { CodeQuestion } from './CodeQuestion.tsx';
import { identityCopy } from './copy.ts';
import { IdentityFields } from './IdentityFields.tsx';
import { asksAboutCode, draftOf, emptyDraft, type IdentityDraft, identityOf, isComplete } from './identity.ts';

interface EnterpriseDialogProps {
  /** Whose identity is changed; without it a new dossier is made and opened. */
  dossier?: Dossier;
  onClose(): void;
}

/** 新建企业、修改身份信息. */
export function EnterpriseDialog({ dossier, onClose }: EnterpriseDialogProps) {
  const t = useCopy(identityCopy);
  const shell = useCopy(shellCopy);
  const { language } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useId();
  const today = useToday();
  const [before] = useState(() => dossier && draftOf(dossier));
  const [draft, setDraft] = useState(before ?? emptyDraft);
  const [reason, setReason] = useState('');
  const [accepted, setAccepted] = useState(false);
  const save = useMutation({
    mutationFn: () => {
      const identity = identityOf(draft, accepted);
      return dossier
        ? client.registry.enterprises.update({ ...identity, id: dossier.enterprise.id, reason: reason.trim() })
        : client.registry.enterprises.create(identity);
    },
    onSuccess: async ({ id }) => {
      message.success(dossier ? t.saved : t.created);
      onClose();
      if (!dossier) await navigate({ to: '/enterprises/$id', params: { id: String(id) } });
      await Promise.all([
        queries.invalidateQueries({ queryKey: api.registry.key() }),
        queries.invalidateQueries({ queryKey: api.ladder.key() }),
      ]);
    },
  });
  const change = (part: Partial<IdentityDraft>) => {
    setDraft({ ...draft, ...part });
    // Who stands by one code has not said anything about another.
    if (part.creditCode !== undefined) {
      setAccepted(false);
      save.reset();
    }
  };
  const doubt = save.error ? messageOf(save.error, language) : '';
  const asked = asksAboutCode({ code: failureCode(save.error), message: doubt }, draft.creditCode);
  const changed = !before || JSON.stringify(before) !== JSON.stringify(draft);
  const ready = changed && isComplete(draft, today) && (!dossier || reason.trim().length >= 2) && (!asked || accepted);
  return (
    <Modal
      open
      width={640}
      title={dossier ? t.edit : t.create}
      okText={dossier ? shell.save : t.create}
      cancelText={shell.cancel}
      okButtonProps={{ htmlType: 'submit', form, disabled: !ready, loading: save.isPending }}
      onCancel={onClose}
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !save.isPending) save.mutate();
        }}
      >
        <IdentityFields draft={draft} before={before} today={today} onChange={change} />
        {dossier && (
          <Field label={shell.reason} hint={shell.reasonHint}>
            {(control) => (
              <Input.TextArea
                {...control}
                autoSize={{ minRows: 2, maxRows: 6 }}
                maxLength={500}
                value={reason}
                onChange={(e) => setReason(e.target.value)}
              />
            )}
          </Field>
        )}
        {asked && <CodeQuestion doubt={doubt} accepted={accepted} onChange={setAccepted} />}
        {!asked && <FormFault error={save.error} />}
      </form>
    </Modal>
  );
}
