import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '../viewer.ts';
import { headersOf } from './headers-of.ts';

export interface Recognised {
  viewer: Viewer;
  /** Cookies that prolong the session. */
  cookies: readonly string[];
}

/** Who sends a request, by its cookies; given by identity. Nobody is the public viewer. */
export type ViewerOf = (headers: Headers) => Promise<Recognised>;

/** The viewer of a Fastify request; plain routes call it first. */
export async function viewerOfRequest(
  viewerOf: ViewerOf,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Viewer> {
  const { viewer, cookies } = await viewerOf(headersOf(request));
  if (viewer.signedIn) request.viewerId = viewer.id;
  if (cookies.length) reply.header('set-cookie', cookies);
  return viewer;
}
