import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '../viewer.ts';
import { headersOf } from './headers-of.ts';
import { refusePending } from './pending.ts';

export interface Recognised {
  viewer: Viewer;
  /** Cookies that prolong the session. */
  cookies: readonly string[];
}

/** Who sends a request, by its cookies; given by identity. Nobody is the public viewer. */
export type ViewerOf = (headers: Headers) => Promise<Recognised>;

/** The sender of a request, with a session prolonged; refuses nothing. */
export async function recogniseRequest(
  viewerOf: ViewerOf,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Viewer> {
  const { viewer, cookies } = await viewerOf(headersOf(request));
  if (viewer.signedIn) request.viewerId = viewer.id;
  if (cookies.length) reply.header('set-cookie', cookies);
  return viewer;
}

/**
 * The viewer of a plain route, which calls this first.
 * @throws Fault when a password has to be changed or a second factor set up before.
 */
export async function viewerOfRequest(
  viewerOf: ViewerOf,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Viewer> {
  const viewer = await recogniseRequest(viewerOf, request, reply);
  refusePending(viewer);
  return viewer;
}
