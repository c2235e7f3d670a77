import { createHmac } from 'node:crypto';
import type { Database, Migration } from './database/index.ts';
import type { Settings } from './settings.ts';
import { StartupFault } from './startup-fault.ts';

/** What the servers of one database must have in common; only a digest is kept, and backups leave it out. */
export const sharedSecretMigration: Migration = {
  id: '0003-shared-secret',
  up: 'create table server_secret (one boolean primary key default true check (one), digest text not null)',
};

/**
 * Servers with different secrets would not believe each other's sessions, and second factors could not be read.
 * @throws StartupFault that says how to give this server the secret of the others.
 */
export async function assertSharedSecret(
  { pool }: Pick<Database, 'pool'>,
  { secret, acceptNewSecret }: Pick<Settings, 'secret' | 'acceptNewSecret'>,
): Promise<void> {
  const digest = createHmac('sha256', secret).update('kechuang-forest').digest('hex');
  const clash = acceptNewSecret ? 'do update set digest = excluded.digest' : 'do nothing';
  await pool.query(`insert into server_secret (digest) values ($1) on conflict (one) ${clash}`, [digest]);
  const { rows } = await pool.query('select digest from server_secret');
  if (rows[0].digest === digest) return;
  throw new StartupFault({
    zh: '这个数据库由另一把密钥启动过，会话与第二因素将无法互认。请把 FOREST_SECRET 设为同一值（或复制原数据目录中的 secret 文件）；密钥确已丢失时设 FOREST_ACCEPT_NEW_SECRET=1。',
    en: 'This database was started with another secret, so sessions and second factors would not be recognised. Give FOREST_SECRET the same value (or copy the file “secret” of the first data folder); if it is lost, set FOREST_ACCEPT_NEW_SECRET=1.',
  });
}
