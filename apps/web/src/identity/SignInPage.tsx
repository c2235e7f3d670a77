import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../shell/client.ts';
import { shellCopy } from '../shell/copy.ts';
import { Brand } from '../shell/frame/Brand.tsx';
import { useCopy, useLanguage, useSay } from '../shell/language.tsx';
import { meQuery } from '../shell/session.ts';
import { startOidc } from '../shell/sign-in.ts';
import { CodeForm } from './CodeForm.tsx';
import { identityCopy } from './copy.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import { PasswordForm } from './PasswordForm.tsx';

const route = getRouteApi('/sign-in');

/** The door: password, then a one-time code where the account has one. */
export function SignInPage() {
  const t = useCopy(identityCopy);
  const shell = useCopy(shellCopy);
  const say = useSay();
  const { language, setLanguage } = useLanguage();
  const { to = '/' } = route.useSearch();
  const router = useRouter();
  const queries = useQueryClient();
  const options = useQuery(api.identity.signInOptions.queryOptions({ staleTime: 300_000 })).data;
  const demo = (options?.demoAccounts.length ?? 0) > 0;
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [account, setAccount] = useState({ username: '', password: '' });

  const enter = async () => {
    await queries.fetchQuery({ ...meQuery, staleTime: 0 });
    router.history.push(to);
  };
  const oidc = options?.oidc;
  return (
    <main className="narrow-card stack">
      <div className="row">
        <h1 className="brand">
          <Brand />
        </h1>
        {demo && <span className="demo-badge">{shell.demoBadge}</span>}
        <Button
          type="text"
          className="end"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {shell.switchLanguage}
        </Button>
      </div>
      {step === 'code' ? (
        <CodeForm onDone={enter} onBack={() => setStep('password')} />
      ) : (
        <>
          <PasswordForm account={account} onChange={setAccount} onDone={enter} onSecondFactor={() => setStep('code')} />
          {oidc && (
            <Button
              block
              onClick={async () => {
                const url = await startOidc(oidc.providerId, to);
                if (url) location.assign(url);
              }}
            >
              {t.signInWith(say(oidc.name))}
            </Button>
          )}
          {options && options.demoAccounts.length > 0 && (
            <DemoAccounts accounts={options.demoAccounts} onChoose={setAccount} />
          )}
        </>
      )}
    </main>
  );
}
