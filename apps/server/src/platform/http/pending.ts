import { Fault } from '../fault.ts';
import type { Viewer } from '../viewer.ts';

/** @throws Fault when the viewer has to change the password or set up a second factor before anything else. */
export function refusePending({ pending }: Viewer): void {
  if (pending === 'password_change')
    throw new Fault(
      'password_change_required',
      { zh: '密码需要先修改。', en: 'Your password has to be changed first.' },
      { zh: '请在“我的账号”中修改密码。', en: 'Change it under “My account”.' },
    );
  if (pending === 'second_factor')
    throw new Fault(
      'second_factor_required',
      { zh: '您的角色需要启用第二因素（动态口令）。', en: 'Your role needs a second factor (one-time codes).' },
      { zh: '请在“我的账号”中启用。', en: 'Switch it on under “My account”.' },
    );
}
