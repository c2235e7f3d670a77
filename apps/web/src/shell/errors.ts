import type { FaultBody, FaultCode } from '@forest/api';
import { shellCopy } from './copy.ts';
import { type Language, speak } from './language.tsx';

/** Why a request was refused: the server's fault code, or `offline` when it was not reached. */
export function failureCode(error: unknown): FaultCode | 'offline' {
  const fault = faultOf(error);
  if (fault) return fault.code;
  if (error instanceof TypeError) return 'offline';
  return BY_STATUS[statusOf(error) ?? 0] ?? 'internal';
}

/** What is wrong, in the server's own words when it sent some. */
export function messageOf(error: unknown, language: Language): string {
  const fault = faultOf(error);
  if (fault) {
    const fields = fault.fields.map((field) => field.message).join('；');
    return fields ? `${fault.message[language]} ${fields}` : fault.message[language];
  }
  const t = speak(shellCopy, language);
  switch (failureCode(error)) {
    case 'offline':
      return t.offline;
    case 'signed_out':
      return t.signedOut;
    case 'forbidden':
      return t.forbidden;
    case 'not_found':
      return t.notFound;
    case 'conflict':
      return t.changedMeanwhile;
    case 'invalid':
      return t.invalidInput;
    default:
      return t.serverFailed;
  }
}

/** What to do about it, when there is something. */
export function remedyOf(error: unknown, language: Language): string | undefined {
  const told = faultOf(error)?.remedy;
  if (told) return told[language];
  const t = speak(shellCopy, language);
  const code = failureCode(error);
  return code === 'forbidden' ? t.forbiddenHelp : code === 'not_found' ? t.notFoundHelp : undefined;
}

/** To be quoted to the operator. */
export function requestIdOf(error: unknown): string | undefined {
  return faultOf(error)?.requestId;
}

const BY_STATUS: Record<number, FaultCode> = {
  400: 'invalid',
  401: 'signed_out',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'too_large',
  422: 'invalid',
  429: 'too_many_requests',
  503: 'unavailable',
};

function faultOf(error: unknown): FaultBody | undefined {
  if (!isRecord(error) || !isRecord(error.data)) return undefined;
  return isFault(error.data) ? error.data : undefined;
}

/** The server checks its answers against the contract; here the shape only has to be told from other libraries' errors. */
function isFault(data: unknown): data is FaultBody {
  return isRecord(data) && typeof data.code === 'string' && isRecord(data.message) && Array.isArray(data.fields);
}

function statusOf(error: unknown): number | undefined {
  return isRecord(error) && typeof error.status === 'number' ? error.status : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
