import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { App, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { api } from '../shell/client.ts';
import { messageOf } from '../shell/errors.ts';
import { useCopy, useLanguage, useSay } from '../shell/language.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { Section } from '../shell/parts/Page.tsx';
import { refreshMe, useMe } from '../shell/session.ts';
import { identityCopy } from './copy.ts';

/** Changing the password; at the first sign-in and after it has expired, this is all that can be done. */
export function PasswordSection() {
  const t = useCopy(identityCopy);
  const say = useSay();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const me = useMe();
  const router = useRouter();
  const queries = useQueryClient();
  const rules = useQuery(api.identity.signInOptions.queryOptions({ staleTime: 300_000 })).data?.passwordRules;
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const change = useMutation(
    api.identity.changePassword.mutationOptions({
      onSuccess: async () => {
        message.success(t.passwordChanged);
        const then = await refreshMe(queries, (now) => now.pending !== 'password_change');
        if (me.pending && !then.pending) await router.navigate({ to: '/' });
        setCurrent('');
        setNext('');
        setAgain('');
      },
    }),
  );
  const differs = again !== '' && again !== next;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!differs) change.mutate({ current, next });
  };
  const field = (
    label: string,
    value: string,
    set: (v: string) => void,
    kind: string,
    hint?: string,
    error?: string,
  ) => (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          type="password"
          autoComplete={kind}
          required
          maxLength={200}
          value={value}
          onChange={(e) => set(e.target.value)}
        />
      )}
    </Field>
  );
  return (
    <Section title={t.changePassword}>
      {me.passwordReason && (
        <p className="notice">{me.passwordReason === 'first_sign_in' ? t.firstSignIn : t.passwordExpired}</p>
      )}
      <form className="form-narrow" onSubmit={submit}>
        {field(t.currentPassword, current, setCurrent, 'current-password')}
        {field(t.nextPassword, next, setNext, 'new-password', rules && say(rules.text))}
        {field(t.nextAgain, again, setAgain, 'new-password', undefined, differs ? t.passwordsDiffer : undefined)}
        {change.error && (
          <p className="notice bad" role="alert">
            {messageOf(change.error, language)}
          </p>
        )}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t.changePassword}
        </Button>
      </form>
    </Section>
  );
}
