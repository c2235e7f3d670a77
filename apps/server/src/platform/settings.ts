import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { StartupFault } from './startup-fault.ts';

const flag = z.enum(['0', '1', 'true', 'false']).transform((text) => text === '1' || text === 'true');

/** Everything an operator may set by environment, read once at the start. README lists them. */
const environment = z.object({
  /** postgres://…; without it the built-in database runs in the data folder. */
  DATABASE_URL: z.string().optional(),
  /** Address people type, when it is not http://host:port: behind a proxy or with a domain. */
  FOREST_PUBLIC_URL: z.url().optional(),
  /** Number of proxies in front whose X-Forwarded-For may be believed. */
  FOREST_TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  /** Signs cookies; shared by all servers of one database. Made and kept in the data folder when absent. */
  FOREST_SECRET: z.string().min(32).optional(),
  /** Start although the database knows another secret: sessions end, second factors have to be reset. */
  FOREST_ACCEPT_NEW_SECRET: flag.default(false),
  /** Bearer token for /metrics from elsewhere than this machine. */
  FOREST_METRICS_TOKEN: z.string().min(16).optional(),
  /** Requests a minute from one user or address; 0 switches the limit off. */
  FOREST_RATE_LIMIT: z.coerce.number().int().min(0).default(1200),
  FOREST_POOL_SIZE: z.coerce.number().int().min(4).max(500).default(20),
  FOREST_SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).default(120),
  FOREST_PASSWORD_MAX_AGE_DAYS: z.coerce.number().int().min(0).default(90),
  FOREST_PASSWORD_MIN_LENGTH: z.coerce.number().int().min(8).default(10),
  FOREST_LOCK_AFTER_FAILURES: z.coerce.number().int().min(1).default(5),
  FOREST_LOCK_MINUTES: z.coerce.number().int().min(1).default(15),
  /** Who needs a second factor: nobody, the three administrators, or every user. */
  FOREST_SECOND_FACTOR: z.enum(['optional', 'administrators', 'everyone']).default('optional'),
  FOREST_OIDC_ISSUER: z.url().optional(),
  FOREST_OIDC_CLIENT_ID: z.string().optional(),
  FOREST_OIDC_CLIENT_SECRET: z.string().optional(),
  FOREST_OIDC_NAME: z.string().default('统一身份认证'),
  FOREST_DISTRICT: z.string().default('jianye'),
  FOREST_DEMO: flag.default(false),
});

type Environment = z.infer<typeof environment>;

export interface Settings {
  dataDir: string;
  databaseUrl: string | undefined;
  publicUrl: string | undefined;
  trustedProxies: number;
  secret: string;
  acceptNewSecret: boolean;
  metricsToken: string | undefined;
  requestsPerMinute: number;
  poolSize: number;
  sessionIdleMinutes: number;
  password: { maxAgeDays: number; minLength: number; lockAfterFailures: number; lockMinutes: number };
  secondFactor: Environment['FOREST_SECOND_FACTOR'];
  oidc: { issuer: string; clientId: string; clientSecret: string | undefined; name: string } | null;
  /** Shown to people who are not signed in and proposed to those who see several. */
  district: string;
  demo: boolean;
}

/** @throws StartupFault that names the variable that cannot be used. */
export function readSettings(env: Record<string, string | undefined>, dataDir: string): Settings {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = environment.safeParse(filled);
  if (!read.success) {
    const { path: place, message } = read.error.issues[0]!;
    throw new StartupFault({
      zh: `环境变量 ${place.join('.')} 的值不可用：${message}。请改正后重新启动。`,
      en: `The environment variable ${place.join('.')} cannot be used: ${message}. Correct it and start again.`,
    });
  }
  const e = read.data;
  return {
    dataDir,
    databaseUrl: e.DATABASE_URL,
    publicUrl: e.FOREST_PUBLIC_URL,
    trustedProxies: e.FOREST_TRUSTED_PROXIES,
    secret: e.FOREST_SECRET ?? keptSecret(dataDir),
    acceptNewSecret: e.FOREST_ACCEPT_NEW_SECRET,
    metricsToken: e.FOREST_METRICS_TOKEN,
    requestsPerMinute: e.FOREST_RATE_LIMIT,
    poolSize: e.FOREST_POOL_SIZE,
    sessionIdleMinutes: e.FOREST_SESSION_IDLE_MINUTES,
    password: {
      maxAgeDays: e.FOREST_PASSWORD_MAX_AGE_DAYS,
      minLength: e.FOREST_PASSWORD_MIN_LENGTH,
      lockAfterFailures: e.FOREST_LOCK_AFTER_FAILURES,
      lockMinutes: e.FOREST_LOCK_MINUTES,
    },
    secondFactor: e.FOREST_SECOND_FACTOR,
    oidc: oidcOf(e),
    district: e.FOREST_DISTRICT,
    demo: e.FOREST_DEMO,
  };
}

function oidcOf(e: Environment): Settings['oidc'] {
  const { FOREST_OIDC_ISSUER: issuer, FOREST_OIDC_CLIENT_ID: clientId } = e;
  if (!issuer || !clientId) return null;
  return { issuer, clientId, clientSecret: e.FOREST_OIDC_CLIENT_SECRET, name: e.FOREST_OIDC_NAME };
}

/** Made once for a data folder; without the folder's secret nobody stays signed in over a restart. */
function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, 'secret');
  try {
    mkdirSync(dataDir, { recursive: true });
    // `wx`: of two servers that start together, one makes the secret and the other reads it.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'))
      throw new StartupFault(
        {
          zh: `数据目录 ${dataDir} 无法写入。请检查目录的所有者与权限，或换一个目录。`,
          en: `The data folder ${dataDir} cannot be written. Check its owner and permissions, or choose another folder.`,
        },
        cause,
      );
  }
  return readFileSync(file, 'utf8');
}
