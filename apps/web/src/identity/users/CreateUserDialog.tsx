import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../shell/client.ts';
import { shellCopy } from '../../shell/copy.ts';
import { messageOf } from '../../shell/errors.ts';
import { useCopy, useLanguage, useSay } from '../../shell/language.tsx';
import { Field } from '../../shell/parts/Field.tsx';
import { usersCopy } from './copy.ts';
import { FirstPassword } from './FirstPassword.tsx';
import { type GrantDraft, whyNotSaved } from './grants.ts';
import { RoleEditor } from './RoleEditor.tsx';

/** A new account; its first password is shown once, here. */
export function CreateUserDialog({ onClose }: { onClose(): void }) {
  const t = useCopy(usersCopy);
  const shell = useCopy(shellCopy);
  const say = useSay();
  const { language } = useLanguage();
  const queries = useQueryClient();
  const [username, setUsername] = useState('');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [drafts, setDrafts] = useState<GrantDraft[]>([]);
  const create = useMutation(
    api.identity.users.create.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.identity.users.key() }),
    }),
  );
  if (create.data) return <FirstPassword username={username} password={create.data.firstPassword} onClose={onClose} />;
  const why = whyNotSaved(drafts);
  return (
    <Modal
      open
      title={t.create}
      okText={t.create}
      cancelText={shell.cancel}
      okButtonProps={{ disabled: !username.trim() || !name.trim() || why !== null, loading: create.isPending }}
      onOk={() =>
        create.mutate({ username: username.trim(), name: name.trim(), email: email.trim() || null, roles: drafts })
      }
      onCancel={onClose}
    >
      <Field label={t.username} hint={t.usernameHint}>
        {(control) => (
          <Input {...control} autoComplete="off" value={username} onChange={(e) => setUsername(e.target.value)} />
        )}
      </Field>
      <Field label={t.name}>
        {(control) => <Input {...control} maxLength={60} value={name} onChange={(e) => setName(e.target.value)} />}
      </Field>
      <Field label={t.email}>
        {(control) => <Input {...control} type="email" value={email} onChange={(e) => setEmail(e.target.value)} />}
      </Field>
      <RoleEditor drafts={drafts} onChange={setDrafts} />
      {why && <p className="field-hint">{say(why)}</p>}
      {create.error && (
        <p className="notice bad" role="alert">
          {messageOf(create.error, language)}
        </p>
      )}
    </Modal>
  );
}
