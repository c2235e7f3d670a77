import type { FastifyRequest } from 'fastify';

/** Headers for sign-in; the address is the one the server saw, never one that the client wrote. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) for (const one of [value].flat()) headers.append(name, one);
  headers.set('x-real-client', request.ip);
  return headers;
}
