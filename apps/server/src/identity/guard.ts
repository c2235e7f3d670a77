import type { Text } from '@forest/domain';
import { APIError, createAuthMiddleware } from 'better-auth/api';

/** What identity decides around a sign-in; implemented on the database in guard-accounts.ts. */
export interface Guard {
  /** @returns why this user name may not even try, or null. */
  beforePassword(username: string): Promise<Refusal | null>;
  passwordFailed(username: string, ip: string | null): Promise<void>;
  /** Every way in ends here, before there is a session. */
  beforeSession(userId: string): Promise<Refusal | null>;
  signedIn(userId: string, way: 'password' | 'code' | 'provider'): Promise<void>;
  /** A second factor was switched on or off by its user. */
  secondFactorChanged(userId: string, enabled: boolean): Promise<void>;
}

export interface Refusal {
  code: 'ACCOUNT_LOCKED' | 'ACCOUNT_DISABLED';
  text: Text;
  retryAfterSeconds: number | null;
}

/** Ties the guard into better-auth. */
export function guardHooks(guard: Guard) {
  return {
    hooks: {
      before: createAuthMiddleware(async (context) => {
        if (context.path === PASSWORD_PATH) refuse(await guard.beforePassword(nameIn(context.body)));
      }),
      after: createAuthMiddleware(async (context) => {
        const { path } = context;
        const user = context.context.newSession?.user.id;
        if (
          path === PASSWORD_PATH &&
          context.context.returned instanceof APIError &&
          context.context.returned.statusCode === 401
        )
          await guard.passwordFailed(nameIn(context.body), context.headers?.get('x-real-client') ?? null);
        else if (user && path === PASSWORD_PATH) await guard.signedIn(user, 'password');
        else if (user && CODE_PATHS.includes(path)) await guard.signedIn(user, 'code');
        else if (user && path.includes('/callback/')) await guard.signedIn(user, 'provider');
      }),
    },
    databaseHooks: {
      user: {
        update: {
          after: async (user: { id: string; twoFactorEnabled?: unknown }, context: { path?: string } | null) => {
            if (context?.path?.startsWith('/two-factor/'))
              await guard.secondFactorChanged(user.id, user.twoFactorEnabled === true);
          },
        },
      },
      session: {
        create: {
          before: async ({ userId }: { userId: string }) => refuse(await guard.beforeSession(userId)),
        },
      },
    },
  };
}

const PASSWORD_PATH = '/sign-in/username';
const CODE_PATHS = ['/two-factor/verify-totp', '/two-factor/verify-backup-code'];

function nameIn(body: unknown): string {
  const name = body && typeof body === 'object' && 'username' in body ? body.username : '';
  return typeof name === 'string' ? name.trim().toLowerCase() : '';
}

function refuse(refusal: Refusal | null): void {
  if (!refusal) return;
  const { code, text, retryAfterSeconds } = refusal;
  const headers: Record<string, string> =
    retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) };
  throw new APIError(code === 'ACCOUNT_LOCKED' ? 'LOCKED' : 'FORBIDDEN', { code, message: text.zh, text }, headers);
}
