import { type Actor, publicActor } from '@forest/domain';

/** Whoever sends a request, signed in or not. */
export interface Viewer extends Actor {
  signedIn: boolean;
  username: string | null;
  name: string | null;
  sessionId: string | null;
  /** What must be done first; until then only identity answers. */
  pending: 'password_change' | 'second_factor' | null;
}

export const publicViewer: Viewer = {
  ...publicActor,
  signedIn: false,
  username: null,
  name: null,
  sessionId: null,
  pending: null,
};
