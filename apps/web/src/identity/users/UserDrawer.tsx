import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Drawer } from 'antd';
import { useState } from 'react';
import { api } from '../../shell/client.ts';
import { messageOf } from '../../shell/errors.ts';
import { moment } from '../../shell/format/date.ts';
import { useCopy, useLanguage, useSay } from '../../shell/language.tsx';
import { ActionButton } from '../../shell/parts/ActionButton.tsx';
import { ReasonDialog } from '../../shell/parts/ReasonDialog.tsx';
import { Shown } from '../../shell/parts/States.tsx';
import { useMay } from '../../shell/session.ts';
import { usersCopy } from './copy.ts';
import { FirstPassword } from './FirstPassword.tsx';
import { draftsOf, type UserView, whyNotSaved } from './grants.ts';
import { RoleEditor } from './RoleEditor.tsx';
import { UserStateMark } from './UserStateMark.tsx';

/** One account: its roles, and what a security administrator may do to it. */
export function UserDrawer({ id, onClose }: { id: string; onClose(): void }) {
  const user = useQuery(api.identity.users.get.queryOptions({ input: { id } }));
  return (
    <Drawer open size={520} title={user.data?.name ?? ''} onClose={onClose}>
      <Shown query={user}>{(found) => <UserDetail key={JSON.stringify(found.roles)} user={found} />}</Shown>
    </Drawer>
  );
}

function UserDetail({ user }: { user: UserView }) {
  const t = useCopy(usersCopy);
  const say = useSay();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const may = useMay();
  const [drafts, setDrafts] = useState(() => draftsOf(user));
  const [asking, setAsking] = useState<'disable' | 'reset'>();
  const after = {
    onSuccess: async () => {
      message.success(t.done);
      setAsking(undefined);
      await queries.invalidateQueries({ queryKey: api.identity.users.key() });
    },
    onError: (error: Error) => message.error(messageOf(error, language)),
  };
  const assign = useMutation(api.identity.roles.assign.mutationOptions(after));
  const disable = useMutation(api.identity.users.disable.mutationOptions(after));
  const enable = useMutation(api.identity.users.enable.mutationOptions(after));
  const reset = useMutation(api.identity.users.resetPassword.mutationOptions(after));
  const mayNot = may('user.manage') ? undefined : t.mayNotManage;
  const conflict = whyNotSaved(drafts);
  const asked = asking === 'disable' ? disable : reset;
  return (
    <div className="stack">
      <dl className="facts">
        <Item label={t.username} value={user.username} />
        <div>
          <dt>{t.state}</dt>
          <dd>
            <UserStateMark user={user} />
          </dd>
        </div>
        <Item label={t.lastSignIn} value={user.lastSignInAt ? moment(user.lastSignInAt) : t.never} />
        <Item label={t.passwordChanged} value={user.passwordChangedAt ? moment(user.passwordChangedAt) : t.never} />
        <Item label={t.created} value={moment(user.createdAt)} />
        <Item label={t.email} value={user.email ?? '—'} />
      </dl>
      <RoleEditor drafts={drafts} onChange={setDrafts} />
      <div className="row">
        <ActionButton
          type="primary"
          disabledReason={mayNot ?? (conflict ? say(conflict) : undefined)}
          loading={assign.isPending}
          onClick={() => assign.mutate({ id: user.id, roles: drafts })}
        >
          {t.saveRoles}
        </ActionButton>
        {user.state === 'active' ? (
          <ActionButton disabledReason={mayNot} onClick={() => setAsking('disable')}>
            {t.disable}
          </ActionButton>
        ) : (
          <ActionButton disabledReason={mayNot} onClick={() => enable.mutate({ id: user.id })}>
            {t.enable}
          </ActionButton>
        )}
        <ActionButton disabledReason={mayNot} onClick={() => setAsking('reset')}>
          {t.reset}
        </ActionButton>
      </div>
      {asking && (
        <ReasonDialog
          title={asking === 'disable' ? t.disableTitle(user.name) : t.resetTitle(user.name)}
          danger
          busy={asked.isPending}
          error={asked.error}
          onSubmit={(reason) => asked.mutate({ id: user.id, reason })}
          onClose={() => setAsking(undefined)}
        />
      )}
      {reset.data && (
        <FirstPassword username={user.username} password={reset.data.firstPassword} onClose={() => reset.reset()} />
      )}
    </div>
  );
}

function Item({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
