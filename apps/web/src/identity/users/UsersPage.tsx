import { roleNames } from '@forest/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { api } from '../../shell/client.ts';
import { shellCopy } from '../../shell/copy.ts';
import { moment } from '../../shell/format/date.ts';
import { useCopy, useSay } from '../../shell/language.tsx';
import { ActionButton } from '../../shell/parts/ActionButton.tsx';
import { Choice } from '../../shell/parts/Choice.tsx';
import { Field } from '../../shell/parts/Field.tsx';
import { ManyChoice } from '../../shell/parts/ManyChoice.tsx';
import { Page } from '../../shell/parts/Page.tsx';
import { Shown } from '../../shell/parts/States.tsx';
import { useMay } from '../../shell/session.ts';
import type { Column } from '../../shell/table/column.ts';
import { DataTable } from '../../shell/table/DataTable.tsx';
import { Pager } from '../../shell/table/Pager.tsx';
import { withFilter } from '../../shell/url/search.ts';
import { CreateUserDialog } from './CreateUserDialog.tsx';
import { usersCopy } from './copy.ts';
import type { UserView } from './grants.ts';
import { grantableRoles, type UserSearch, userStates } from './search.ts';
import { UserDrawer } from './UserDrawer.tsx';
import { UserStateMark } from './UserStateMark.tsx';

const route = getRouteApi('/_in/users');

/** 用户: who may sign in, as what and where. */
export function UsersPage() {
  const t = useCopy(usersCopy);
  const shell = useCopy(shellCopy);
  const say = useSay();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [creating, setCreating] = useState(false);
  const filter = (change: Partial<UserSearch>) => void navigate({ search: withFilter(search, change) });
  const { user: opened, ...input } = search;
  const list = useQuery(api.identity.users.list.queryOptions({ input, placeholderData: keepPreviousData }));
  const columns: Column<UserView>[] = [
    {
      key: 'username',
      title: t.username,
      render: (user) => (
        <button
          type="button"
          className="plain"
          onClick={() => void navigate({ search: { ...search, user: user.id }, resetScroll: false })}
        >
          {user.username}
        </button>
      ),
    },
    { key: 'name', title: t.name, width: 180, render: (user) => user.name },
    {
      key: 'roles',
      title: t.roles,
      width: 280,
      render: (user) =>
        user.roles.map((held) => (
          <span key={`${held.role} ${held.unitPath}`} className="tag">
            {say(held.roleName)}
            {held.unitName && ` · ${say(held.unitName)}`}
          </span>
        )),
    },
    { key: 'state', title: t.state, width: 120, render: (user) => <UserStateMark user={user} /> },
    { key: 'secondFactor', title: t.secondFactor, render: (user) => (user.secondFactor ? shell.yes : shell.no) },
    {
      key: 'lastSignInAt',
      title: t.lastSignIn,
      width: 140,
      render: (user) => (user.lastSignInAt ? moment(user.lastSignInAt) : t.never),
    },
  ];
  return (
    <Page
      title={t.users}
      lead={t.usersLead}
      actions={
        <ActionButton
          type="primary"
          disabledReason={may('user.manage') ? undefined : t.mayNotManage}
          onClick={() => setCreating(true)}
        >
          {t.create}
        </ActionButton>
      }
    >
      <div className="table-frame">
        <search className="filter-bar">
          <Input.Search
            className="filter-search"
            aria-label={t.search}
            placeholder={t.search}
            defaultValue={search.q}
            key={search.q ?? ''}
            allowClear
            onSearch={(q) => filter({ q: q.trim() || undefined })}
          />
          <ManyChoice
            label={t.role}
            value={search.role}
            options={grantableRoles.map((role) => ({ value: role, label: say(roleNames[role]) }))}
            onChange={(chosen) => filter({ role: grantableRoles.filter((role) => chosen?.includes(role)) })}
          />
          <Field inline label={t.state}>
            {(control) => (
              <Choice
                {...control}
                value={search.state ?? ''}
                options={[
                  { value: '', label: shell.all },
                  ...userStates.map((value) => ({ value, label: t[`state_${value}`] })),
                ]}
                onChange={(state) => filter({ state: userStates.find((one) => one === state) })}
              />
            )}
          </Field>
        </search>
        <Shown query={list}>
          {({ rows, total }) => (
            <>
              <DataTable
                label={t.users}
                columns={columns}
                rows={rows}
                rowKey={(user) => user.id}
                busy={list.isPlaceholderData}
                isCurrent={(user) => user.id === opened}
                empty={t.noUsers}
              />
              <Pager
                page={search.page ?? 1}
                pageSize={search.pageSize ?? 50}
                total={total}
                onChange={(page, pageSize) => void navigate({ search: { ...search, page, pageSize } })}
              />
            </>
          )}
        </Shown>
      </div>
      {creating && <CreateUserDialog onClose={() => setCreating(false)} />}
      {opened && <UserDrawer id={opened} onClose={() => void navigate({ search: { ...search, user: undefined } })} />}
    </Page>
  );
}
