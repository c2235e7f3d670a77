/**
 * Signing in and out, as the server's `/api/auth` understands it: user name and password, then a one-time code where
 * the account has a second factor. A few plain requests; the client library would cost more than it saves.
 */
export type SignInOutcome =
  | { kind: 'signed_in' }
  | { kind: 'second_factor' }
  /** `wait` in seconds, when the server named it. */
  | { kind: 'refused'; reason: 'wrong' | 'locked' | 'too_many' | 'offline'; wait?: number; message?: string };

export async function signIn(username: string, password: string): Promise<SignInOutcome> {
  const answer = await post('sign-in/username', { username, password });
  if (!answer.ok) return refusal(answer);
  return answer.body.twoFactorRedirect === true ? { kind: 'second_factor' } : { kind: 'signed_in' };
}

export async function confirmCode(code: string, trustDevice: boolean): Promise<SignInOutcome> {
  const answer = await post('two-factor/verify-totp', { code, trustDevice });
  return answer.ok ? { kind: 'signed_in' } : refusal(answer);
}

export async function signOut(): Promise<void> {
  await post('sign-out', {});
}

/** Starts a second factor: the address for an authenticator app and one-use recovery codes. */
export async function startSecondFactor(password: string): Promise<{ uri: string; recovery: string[] } | null> {
  const { ok, body } = await post('two-factor/enable', { password });
  if (!ok || typeof body.totpURI !== 'string' || !Array.isArray(body.backupCodes)) return null;
  return { uri: body.totpURI, recovery: body.backupCodes.map(String) };
}

/** Where an identity provider's sign-in begins; the browser is sent there. */
export async function startOidc(providerId: string, callbackURL: string): Promise<string | null> {
  const { ok, body } = await post('sign-in/social', { provider: providerId, callbackURL });
  return ok && typeof body.url === 'string' ? body.url : null;
}

interface Answer {
  ok: boolean;
  status: number;
  wait?: number;
  body: Record<string, unknown>;
}

async function post(path: string, body: Record<string, unknown>): Promise<Answer> {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const wait = Number(response.headers.get('retry-after') ?? response.headers.get('x-retry-after'));
    const read: unknown = await response.json().catch(() => null);
    return { ok: response.ok, status: response.status, wait: wait || undefined, body: isRecord(read) ? read : {} };
  } catch {
    return { ok: false, status: 0, body: {} };
  }
}

function refusal({ status, wait, body }: Answer): SignInOutcome {
  const message = typeof body.message === 'string' ? body.message : undefined;
  const reason = status === 0 ? 'offline' : status === 429 ? 'too_many' : status === 423 ? 'locked' : 'wrong';
  return { kind: 'refused', reason, wait, message };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
