import { type Grant, ROOT_PATH } from '@forest/domain';
import { type OpenedPlatform, openPlatform } from '../app.ts';
import { readSettings } from '../platform/settings.ts';
import { publicViewer, type Viewer } from '../platform/viewer.ts';

export interface ToolOptions {
  dataDir: string;
  env?: Record<string, string | undefined>;
}

/** A platform for one command, beside a running server or alone. Close it. */
export function openTools({ dataDir, env = process.env }: ToolOptions): Promise<OpenedPlatform> {
  return openPlatform({ settings: readSettings(env, dataDir), log: false });
}

/** Whoever can run commands on the machine works as staff of the district; the audit trail names them so. */
export function operator(district: string): Viewer {
  const unitPath = `${ROOT_PATH}${district}/`;
  const staff: Grant = { role: 'districtStaff', unitPath, district, enterpriseId: null };
  const security: Grant = { role: 'securityAdmin', unitPath: ROOT_PATH, district: null, enterpriseId: null };
  return { ...publicViewer, id: 'operator', signedIn: true, username: 'operator', grants: [staff, security] };
}
