import type { Text } from '@forest/domain';
import { shellCopy } from './copy.ts';
import { type Language, speak } from './language.tsx';

/** What went wrong, as far as the interface must tell them apart. */
export type FailureKind = 'signed_out' | 'forbidden' | 'not_found' | 'conflict' | 'offline' | 'invalid' | 'other';

export function kindOfFailure(error: unknown): FailureKind {
  switch (statusOf(error)) {
    case 401:
      return 'signed_out';
    case 403:
      return 'forbidden';
    case 404:
      return 'not_found';
    case 409:
      return 'conflict';
    case 400:
    case 422:
      return 'invalid';
    default:
      return error instanceof TypeError ? 'offline' : 'other';
  }
}

/** The server's own words when it sent some in both languages; otherwise what kind of failure it was and what to do. */
export function messageOf(error: unknown, language: Language): string {
  const told = toldBy(error);
  if (told) return told[language];
  const t = speak(shellCopy, language);
  const byKind: Record<FailureKind, string> = {
    signed_out: t.signedOut,
    forbidden: t.forbidden,
    not_found: t.notFound,
    conflict: t.changedMeanwhile,
    offline: t.offline,
    invalid: t.invalidInput,
    other: t.serverFailed,
  };
  return byKind[kindOfFailure(error)];
}

function statusOf(error: unknown): number | undefined {
  return isRecord(error) && typeof error.status === 'number' ? error.status : undefined;
}

/** Faults carry their message as `data: {zh, en}` or `data: {message: {zh, en}}`. */
function toldBy(error: unknown): Text | undefined {
  if (!isRecord(error)) return undefined;
  const candidates = [error.data, isRecord(error.data) ? error.data.message : undefined];
  return candidates.find(
    (c): c is Text & Record<string, unknown> => isRecord(c) && typeof c.zh === 'string' && typeof c.en === 'string',
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
