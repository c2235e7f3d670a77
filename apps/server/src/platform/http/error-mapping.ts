import type { FaultBody, FaultCode } from '@forest/api';
import { ORPCError, ValidationError } from '@orpc/server';
import { Fault } from '../fault.ts';
import { StartupFault } from '../startup-fault.ts';
import type { Locale } from './request-context.ts';

/** The one place where a refusal becomes HTTP. */
export const statusOf: Record<FaultCode, number> = {
  signed_out: 401,
  password_change_required: 403,
  second_factor_required: 403,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 422,
  too_large: 413,
  too_many_requests: 429,
  unavailable: 503,
  internal: 500,
};

/** oRPC's words for its own refusals, such as a body that is not JSON. */
const ownCodes: Record<string, FaultCode> = {
  BAD_REQUEST: 'invalid',
  UNAUTHORIZED: 'signed_out',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'not_found',
  METHOD_NOT_SUPPORTED: 'not_found',
  CONFLICT: 'conflict',
  PAYLOAD_TOO_LARGE: 'too_large',
  TOO_MANY_REQUESTS: 'too_many_requests',
  SERVICE_UNAVAILABLE: 'unavailable',
};

/** Any error as what the client reads. What we did not expect says nothing about the inside. */
export function faultBodyOf(error: unknown, requestId: string): FaultBody {
  const known = { remedy: null, fields: [], requestId };
  if (error instanceof Fault) return { ...known, code: error.code, message: error.text, remedy: error.remedy };
  if (error instanceof StartupFault) return { ...known, code: 'unavailable', message: error.text };
  if (error instanceof ORPCError && error.cause instanceof ValidationError && error.code === 'BAD_REQUEST')
    return { ...known, code: 'invalid', message: badInput, remedy: correctIt, fields: fieldsOf(error.cause) };
  if (isDatabaseAway(error)) return { ...known, code: 'unavailable', message: databaseAway, remedy: waitABit };
  const code = error instanceof ORPCError ? ownCodes[error.code] : fastifyCode(error);
  if (code === 'invalid') return { ...known, code, message: badInput, remedy: correctIt };
  if (code) return { ...known, code, message: { zh: '请求无法完成。', en: 'The request cannot be completed.' } };
  return { ...known, code: 'internal', message: unexpected(requestId), remedy: quoteIt };
}

/** The same as an oRPC error: `data` holds the body, `message` the reader's language. */
export function orpcErrorOf(error: unknown, requestId: string, locale: Locale): ORPCError<string, FaultBody> {
  const body = faultBodyOf(error, requestId);
  const status = statusOf[body.code];
  return new ORPCError(body.code.toUpperCase(), { status, message: body.message[locale], data: body, cause: error });
}

function fieldsOf(cause: ValidationError): FaultBody['fields'] {
  return cause.issues.slice(0, 50).map(({ path = [], message }) => ({
    path: path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    message,
  }));
}

function fastifyCode(error: unknown): FaultCode | undefined {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 0;
  if (status === 413) return 'too_large';
  if (status === 429) return 'too_many_requests';
  return status >= 400 && status < 500 ? 'invalid' : undefined;
}

/** The server is starting again, or the line to it is cut: not our fault and soon over. */
function isDatabaseAway(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ECONNREFUSED|ECONNRESET|ENOENT|57P0[1-3]|08\d{3})$/.test(code)) return true;
  return (
    error instanceof Error && /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
  );
}

const databaseAway = { zh: '数据库暂时不可用。', en: 'The database is not available at the moment.' };
const waitABit = { zh: '请稍后再试。', en: 'Try again in a moment.' };
const badInput = { zh: '提交的内容不符合要求。', en: 'What was sent does not fit.' };
const correctIt = { zh: '请按字段提示修改后再试。', en: 'Correct the fields named and try again.' };
const quoteIt = {
  zh: '请稍后再试；仍不行请把编号告诉管理员。',
  en: 'Try again later; if it stays, tell the administrator the number.',
};

function unexpected(requestId: string) {
  return { zh: `服务器出错，编号 ${requestId}。`, en: `Something went wrong on the server, number ${requestId}.` };
}
