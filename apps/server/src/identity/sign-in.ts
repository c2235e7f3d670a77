import { betterAuth } from 'better-auth';
import { genericOAuth, twoFactor, username } from 'better-auth/plugins';
import type { Platform } from '../platform/platform.ts';
import type { Settings } from '../platform/settings.ts';
import { type Guard, guardHooks } from './guard.ts';

export const AUTH_PATH = '/api/auth';
export const OIDC_PROVIDER = 'oidc';
export const CREDENTIAL = 'credential';

/** A revoked session may live on this long in a browser's signed cookie; revocations are signalled besides. */
export const COOKIE_CACHE_SECONDS = 60;

/**
 * Sign-in: user name and password, one-time codes, an identity provider by configuration. Accounts are made by the
 * security administrator only, so every way to sign up or to change an account from outside is closed.
 */
export function createSignIn({ db, settings, log }: Pick<Platform, 'db' | 'settings' | 'log'>, guard: Guard) {
  const idle = settings.sessionIdleMinutes * 60;
  return betterAuth({
    basePath: AUTH_PATH,
    baseURL: settings.publicUrl ?? 'http://127.0.0.1',
    // Cross-site requests were refused before they get here; any name this server is reached by is its own.
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    secret: settings.secret,
    telemetry: { enabled: false },
    logger: { log: (level, message) => log[level]({ part: 'sign-in' }, message) },
    database: { db, type: 'postgres', transaction: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: 200 },
    session: {
      expiresIn: idle,
      updateAge: Math.max(60, Math.floor(idle / 10)),
      cookieCache: { enabled: true, maxAge: COOKIE_CACHE_SECONDS },
    },
    account: { accountLinking: { enabled: true, trustedProviders: [OIDC_PROVIDER], updateUserInfoOnLink: false } },
    rateLimit: {
      enabled: settings.requestsPerMinute > 0,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: { '/sign-in/username': { window: 60, max: 30 }, '/two-factor/*': { window: 60, max: 20 } },
    },
    advanced: {
      cookiePrefix: 'forest',
      useSecureCookies: settings.publicUrl?.startsWith('https:') ?? false,
      ipAddress: { ipAddressHeaders: ['x-real-client'] },
    },
    disabledPaths,
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 32,
        usernameValidator: (name) => /^[a-z0-9._-]+$/i.test(name),
      }),
      twoFactor({
        issuer: '科创森林',
        accountLockout: {
          maxFailedAttempts: settings.password.lockAfterFailures,
          durationSeconds: settings.password.lockMinutes * 60,
        },
      }),
      genericOAuth({ config: settings.oidc ? [provider(settings.oidc)] : [] }),
    ],
    ...guardHooks(guard),
  });
}

export type SignIn = ReturnType<typeof createSignIn>;

function provider({ issuer, clientId, clientSecret }: NonNullable<Settings['oidc']>) {
  return {
    providerId: OIDC_PROVIDER,
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    ...(clientSecret && { clientSecret }),
    scopes: ['openid', 'profile', 'email'],
    pkce: true,
    disableSignUp: true,
  };
}

const disabledPaths = [
  '/sign-up/email',
  '/sign-in/email',
  '/is-username-available',
  '/update-user',
  '/delete-user',
  '/delete-user/callback',
  '/change-email',
  '/change-password',
  '/set-password',
  '/request-password-reset',
  '/reset-password',
  '/forget-password',
  '/send-verification-email',
  '/verify-email',
  '/link-social',
  '/unlink-account',
  '/list-accounts',
  '/update-session',
  '/two-factor/send-otp',
  '/two-factor/verify-otp',
];
