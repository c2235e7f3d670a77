import { z } from 'zod';
import { text } from './common.ts';

/** Every way a request can be refused. The web decides by these, people read the message. */
export const faultCode = z.enum([
  'signed_out',
  'password_change_required',
  'second_factor_required',
  'forbidden',
  'not_found',
  /** The thing has changed or is already so: reload and look again. */
  'conflict',
  'invalid',
  'too_large',
  'too_many_requests',
  'unavailable',
  'internal',
]);

export type FaultCode = z.infer<typeof faultCode>;

/** What a refused request answers: the body in REST, `error.data` in RPC. */
export const faultBody = z.object({
  code: faultCode,
  message: text,
  /** What to do about it. */
  remedy: text.nullable(),
  /** For `invalid`: which fields and why. */
  fields: z.array(z.object({ path: z.string(), message: z.string() })),
  /** Quote this to the operator: the log has it. */
  requestId: z.string(),
});

export type FaultBody = z.infer<typeof faultBody>;
