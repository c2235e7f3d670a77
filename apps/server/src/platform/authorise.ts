import { type Action, type Actor, may, mayAnywhere, publicActor, type Subject } from '@forest/domain';
import { type Fault, forbidden, signedOut } from './fault.ts';

/**
 * The first line of a use case: may this actor do this to this subject?
 * @throws Fault `signed_out` for the public, `forbidden` for everybody else.
 */
export function authorise(actor: Actor, action: Action, subject: Subject): void {
  if (!may(actor, action, subject)) throw refusal(actor);
}

/** For what has no single subject: lists, whose rows `scopeCondition` then limits. */
export function authoriseAnywhere(actor: Actor, action: Action): void {
  if (!mayAnywhere(actor, action)) throw refusal(actor);
}

function refusal(actor: Actor): Fault {
  return actor.id === publicActor.id ? signedOut() : forbidden();
}
