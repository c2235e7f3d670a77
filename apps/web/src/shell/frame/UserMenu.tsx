import { UserOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { shellCopy } from '../copy.ts';
import { useCopy, useSay } from '../language.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { useMe } from '../session.ts';
import { signOut } from '../sign-in.ts';

/** Who I am, in which roles, and the way out. */
export function UserMenu() {
  const t = useCopy(shellCopy);
  const say = useSay();
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const leave = async () => {
    await signOut();
    queries.clear();
    await navigate({ to: '/sign-in' });
  };
  return (
    <div className="no-print">
      <Disclosure label={me.name ?? me.username ?? t.account} icon={<UserOutlined />} align="end" quiet>
        <ul className="role-list">
          {me.roles.map((held) => (
            <li key={`${held.role} ${held.unitId ?? ''}`}>
              {say(held.roleName)}
              {held.unitName && <span className="muted"> · {say(held.unitName)}</span>}
            </li>
          ))}
        </ul>
        <Link to="/account">{t.account}</Link>
        <Button onClick={() => void leave()}>{t.signOut}</Button>
      </Disclosure>
    </div>
  );
}
