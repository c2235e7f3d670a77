import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Button, Input, QRCode } from 'antd';
import { type FormEvent, useState } from 'react';
import { useCopy } from '../shell/language.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { Section } from '../shell/parts/Page.tsx';
import { refreshMe, useMe } from '../shell/session.ts';
import { confirmCode, startSecondFactor } from '../shell/sign-in.ts';
import { identityCopy } from './copy.ts';

/** One-time codes: password → QR code and recovery codes → first code → on. */
export function SecondFactorSection() {
  const t = useCopy(identityCopy);
  const me = useMe();
  const [started, setStarted] = useState<{ uri: string; recovery: string[] }>();
  return (
    <Section title={t.secondFactor}>
      {me.pending === 'second_factor' && <p className="notice">{t.secondFactorNeeded}</p>}
      {me.secondFactor ? (
        <p>{t.secondFactorOn}</p>
      ) : started ? (
        <Confirm {...started} />
      ) : (
        <Begin onStart={setStarted} />
      )}
    </Section>
  );
}

function Begin({ onStart }: { onStart(started: { uri: string; recovery: string[] }): void }) {
  const t = useCopy(identityCopy);
  const [password, setPassword] = useState('');
  const [failed, setFailed] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const started = await startSecondFactor(password);
    setFailed(started === null);
    if (started) onStart(started);
  };
  return (
    <form className="form-narrow" onSubmit={submit}>
      <p className="muted">{t.secondFactorWhat}</p>
      <Field label={t.currentPassword} error={failed ? t.wrong : undefined}>
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(e) => setPassword(e.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit">
        {t.switchOn}
      </Button>
    </form>
  );
}

function Confirm({ uri, recovery }: { uri: string; recovery: string[] }) {
  const t = useCopy(identityCopy);
  const router = useRouter();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const outcome = await confirmCode(code.replace(/\D/g, ''), false);
    setWrong(outcome.kind !== 'signed_in');
    if (outcome.kind !== 'signed_in') return;
    await refreshMe(queries, (now) => now.secondFactor);
    await router.invalidate();
  };
  return (
    <form className="form-narrow stack" onSubmit={submit}>
      <p>{t.scan}</p>
      <div className="qr" aria-hidden="true">
        <QRCode value={uri} color="#000000" bgColor="#ffffff" type="svg" />
      </div>
      <details>
        <summary>{t.cannotScan}</summary>
        <code>{new URL(uri).searchParams.get('secret')}</code>
      </details>
      <p>{t.recoveryCodes}</p>
      <pre className="recovery">{recovery.join('\n')}</pre>
      <Field label={t.code} hint={t.codeHint} error={wrong ? t.codeWrong : undefined}>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            value={code}
            onChange={(e) => setCode(e.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit">
        {t.switchOn}
      </Button>
    </form>
  );
}
