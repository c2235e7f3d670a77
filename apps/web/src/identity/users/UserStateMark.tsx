import { moment } from '../../shell/format/date.ts';
import { useCopy } from '../../shell/language.tsx';
import { Mark } from '../../shell/parts/Marks.tsx';
import { usersCopy } from './copy.ts';
import type { UserView } from './grants.ts';

export function UserStateMark({ user }: { user: Pick<UserView, 'state' | 'lockedUntil'> }) {
  const t = useCopy(usersCopy);
  if (user.state === 'active') return <Mark tone="good">{t.state_active}</Mark>;
  if (user.state === 'disabled') return <Mark tone="plain">{t.state_disabled}</Mark>;
  return <Mark tone="warn">{user.lockedUntil ? t.lockedUntil(moment(user.lockedUntil)) : t.state_locked}</Mark>;
}
