import type { Action } from '@forest/domain';
import type { AnyContractRouter } from '@orpc/contract';
import { implement, os } from '@orpc/server';
import { authoriseAnywhere } from '../authorise.ts';
import { signedOut } from '../fault.ts';
import { refusePending } from './pending.ts';
import type { RequestContext } from './request-context.ts';

/**
 * A context's part of the contract, ready to be implemented.
 * @example
 * const os = procedures(contract.registry);
 * const get = os.enterprises.get.use(may('enterprise.read')).handler(({ input, context }) => getDossier(input, context));
 * export const router = os.router({ … });
 */
export function procedures<T extends AnyContractRouter>(contract: T) {
  return implement(contract).$context<RequestContext>();
}

const middleware = os.$context<RequestContext>();

/** Lets anybody pass who is signed in, even with a password to change: only identity uses it bare. */
export const present = middleware.middleware(({ context, next }) => {
  if (!context.user.signedIn) throw signedOut();
  return next();
});

/** Lets anybody pass who is signed in and has nothing to settle first. */
export const signedIn = middleware.middleware(({ context, next }) => {
  if (!context.user.signedIn) throw signedOut();
  refusePending(context.user);
  return next();
});

/**
 * Lets anybody pass who may do this somewhere; the public too, where the map says so. Which subjects exactly, the use
 * case asks with `authorise`, and lists put `scopeCondition` into their WHERE.
 */
export function may(action: Action) {
  return middleware.middleware(({ context, next }) => {
    refusePending(context.user);
    authoriseAnywhere(context.user, action);
    return next();
  });
}
