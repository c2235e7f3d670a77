import { useCopy } from '../shell/language.tsx';
import { Page } from '../shell/parts/Page.tsx';
import { useMe } from '../shell/session.ts';
import { identityCopy } from './copy.ts';
import { PasswordSection } from './PasswordSection.tsx';
import { SecondFactorSection } from './SecondFactorSection.tsx';
import { SessionSection } from './SessionSection.tsx';

/** My account: what has to be settled first stands first, and alone until it is. */
export function AccountPage() {
  const t = useCopy(identityCopy);
  const me = useMe();
  return (
    <Page title={t.account}>
      {me.pending !== 'second_factor' && <PasswordSection />}
      {me.pending !== 'password_change' && <SecondFactorSection />}
      {me.pending === null && <SessionSection />}
    </Page>
  );
}
