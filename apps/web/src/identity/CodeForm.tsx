import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useCopy } from '../shell/language.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { confirmCode, type SignInOutcome } from '../shell/sign-in.ts';
import { identityCopy } from './copy.ts';
import { useRefusal } from './refusal.ts';

/** The one-time code of an authenticator app. */
export function CodeForm({ onDone, onBack }: { onDone(): void; onBack(): void }) {
  const t = useCopy(identityCopy);
  const explain = useRefusal();
  const [code, setCode] = useState('');
  const [trust, setTrust] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<SignInOutcome>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const result = await confirmCode(code.replace(/\D/g, ''), trust);
    setBusy(false);
    setOutcome(result);
    if (result.kind === 'signed_in') onDone();
  };
  return (
    <form onSubmit={submit} className="stack">
      <h2>{t.codeStep}</h2>
      <Field
        label={t.code}
        hint={t.codeHint}
        error={outcome?.kind === 'refused' ? explain(outcome, t.codeWrong) : undefined}
      >
        {(control) => (
          <Input
            {...control}
            size="large"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={8}
            required
            value={code}
            onChange={(e) => setCode(e.target.value)}
          />
        )}
      </Field>
      <label className="row">
        <input type="checkbox" checked={trust} onChange={(e) => setTrust(e.target.checked)} />
        {t.trustDevice}
      </label>
      <Button type="primary" size="large" htmlType="submit" block loading={busy}>
        {t.signIn}
      </Button>
      <Button type="link" onClick={onBack}>
        {t.startOver}
      </Button>
    </form>
  );
}
