import { createHash } from 'node:crypto';
import type { Role } from '@forest/domain';
import type { Clock } from '../clock.ts';
import type { Tx } from '../database/index.ts';

export interface AuditEntry {
  /** `<what>.<verb>`, as in the permission map where there is one: `fact.correct`. */
  action: string;
  subject: { kind: string; id: string | number };
  /** Null for what belongs to no district. */
  district: string | null;
  /** What changed, from and to; no passwords, and personal data only where it is the change itself. */
  detail?: Record<string, unknown>;
}

/** Who acted: the viewer of a request, or null for the program itself. */
export interface AuditActor {
  id: string;
  grants: readonly { role: Role }[];
}

/** Writes events into the caller's transaction: the change and its record happen together or not at all. */
export async function appendAudit(
  tx: Tx,
  by: { user: AuditActor | null; clock: Clock },
  ...entries: readonly AuditEntry[]
): Promise<void> {
  if (!entries.length) return;
  const roles = [...new Set(by.user?.grants.map(({ role }) => role))].join(' ');
  await tx
    .insertInto('audit_event')
    .values(
      entries.map(({ action, subject, district, detail = {} }) => ({
        chain: district ?? '',
        at: by.clock.now(),
        actor: by.user?.id ?? null,
        role: roles || null,
        action,
        subject_kind: subject.kind,
        subject_id: String(subject.id),
        detail: JSON.stringify(detail),
      })),
    )
    .execute();
}

/**
 * For bulk work: one event says how many rows were touched and this digest of them, in order; whoever has the rows can
 * prove that they are the ones.
 */
export class RowDigest {
  readonly #hash = createHash('sha256');
  #rows = 0;

  add(row: unknown): void {
    this.#rows += 1;
    this.#hash.update(`${JSON.stringify(row)}\n`);
  }

  /** Call once, at the end. */
  detail(): { rows: number; sha256: string } {
    return { rows: this.#rows, sha256: this.#hash.digest('hex') };
  }
}
