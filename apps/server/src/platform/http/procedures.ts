import type { Action } from '@forest/domain';
import type { AnyContractRouter } from '@orpc/contract';
import { implement, os } from '@orpc/server';
import { authoriseAnywhere } from '../authorise.ts';
import { Fault, signedOut } from '../fault.ts';
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
  refusePending(context);
  return next();
});

/**
 * Lets anybody pass who may do this somewhere; the public too, where the map says so. Which subjects exactly, the use
 * case asks with `authorise`, and lists put `scopeCondition` into their WHERE.
 */
export function may(action: Action) {
  return middleware.middleware(({ context, next }) => {
    refusePending(context);
    authoriseAnywhere(context.user, action);
    return next();
  });
}

function refusePending({ user }: RequestContext): void {
  if (user.pending === 'password_change')
    throw new Fault(
      'password_change_required',
      { zh: '密码需要先修改。', en: 'Your password has to be changed first.' },
      { zh: '请在“我的账号”中修改密码。', en: 'Change it under “My account”.' },
    );
  if (user.pending === 'second_factor')
    throw new Fault(
      'second_factor_required',
      { zh: '您的角色需要启用第二因素（动态口令）。', en: 'Your role needs a second factor (one-time codes).' },
      { zh: '请在“我的账号”中启用。', en: 'Switch it on under “My account”.' },
    );
}
