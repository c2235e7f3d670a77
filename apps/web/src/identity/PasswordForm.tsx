import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useCopy } from '../shell/language.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { type SignInOutcome, signIn } from '../shell/sign-in.ts';
import { identityCopy } from './copy.ts';
import { useRefusal } from './refusal.ts';

interface PasswordFormProps {
  account: { username: string; password: string };
  onChange(account: { username: string; password: string }): void;
  onDone(): void;
  onSecondFactor(): void;
}

export function PasswordForm({ account, onChange, onDone, onSecondFactor }: PasswordFormProps) {
  const t = useCopy(identityCopy);
  const explain = useRefusal();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<SignInOutcome>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const result = await signIn(account.username.trim(), account.password);
    setBusy(false);
    setOutcome(result);
    if (result.kind === 'signed_in') onDone();
    if (result.kind === 'second_factor') onSecondFactor();
  };
  return (
    <form onSubmit={submit}>
      <Field label={t.username}>
        {(control) => (
          <Input
            {...control}
            size="large"
            autoComplete="username"
            autoCapitalize="none"
            required
            value={account.username}
            onChange={(e) => onChange({ ...account, username: e.target.value })}
          />
        )}
      </Field>
      <Field label={t.password} error={outcome?.kind === 'refused' ? explain(outcome, t.wrong) : undefined}>
        {(control) => (
          <Input
            {...control}
            type="password"
            size="large"
            autoComplete="current-password"
            required
            value={account.password}
            onChange={(e) => onChange({ ...account, password: e.target.value })}
          />
        )}
      </Field>
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {t.signIn}
      </Button>
    </form>
  );
}
