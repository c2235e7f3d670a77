import type { FastifyRequest } from 'fastify';
import type { Viewer } from '../viewer.ts';
import { headersOf } from './headers-of.ts';

/** Who sends a request, by its cookies; given by identity. Nobody is the public viewer. */
export type ViewerOf = (headers: Headers) => Promise<Viewer>;

/** For plain routes: the viewer of a Fastify request. */
export async function viewerOfRequest(viewerOf: ViewerOf, request: FastifyRequest): Promise<Viewer> {
  const viewer = await viewerOf(headersOf(request));
  if (viewer.signedIn) request.viewerId = viewer.id;
  return viewer;
}
