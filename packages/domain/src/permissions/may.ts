import type { Actor, Grant, Subject } from './actor.ts';
import { type Action, actions, permissions, type Scope } from './map.ts';
import { isWithin, ROOT_PATH } from './unit-path.ts';

/**
 * What a list has to put into its WHERE so that it shows what `may` allows, and nothing else: a row fits when it fits
 * any one of the three lists.
 */
export type ScopeCondition =
  | { kind: 'none' }
  | { kind: 'all' }
  | {
      kind: 'anyOf';
      districts: readonly string[];
      /** The row's unit path starts with one of these. */
      unitPaths: readonly string[];
      enterpriseIds: readonly number[];
    };

/** May this actor do this to this subject? */
export function may(actor: Actor, action: Action, subject: Subject): boolean {
  return actor.grants.some((grant) => {
    const scope = permissions[grant.role][action];
    return scope !== undefined && reaches(grant, scope, subject);
  });
}

function reaches(grant: Grant, scope: Scope, subject: Subject): boolean {
  switch (scope) {
    case 'all':
      return true;
    case 'district':
      return grant.district === null ? below(grant, subject) : subject.district === grant.district;
    case 'ownUnits':
      return below(grant, subject);
    case 'ownEnterprise':
      return grant.enterpriseId !== null && subject.enterpriseId === grant.enterpriseId;
  }
}

function below(grant: Grant, subject: Subject): boolean {
  return grant.unitPath === ROOT_PATH || subject.unitPaths.some((path) => isWithin(path, grant.unitPath));
}

/** The same decision for rows that have not been read yet. */
export function scopeCondition(actor: Actor, action: Action): ScopeCondition {
  const districts = new Set<string>();
  const unitPaths = new Set<string>();
  const enterpriseIds = new Set<number>();
  for (const grant of actor.grants) {
    const scope = permissions[grant.role][action];
    if (scope === 'all') return { kind: 'all' };
    if (scope === 'ownEnterprise') {
      if (grant.enterpriseId !== null) enterpriseIds.add(grant.enterpriseId);
    } else if (scope === 'district' && grant.district !== null) districts.add(grant.district);
    else if (scope === 'district' || scope === 'ownUnits') {
      if (grant.unitPath === ROOT_PATH) return { kind: 'all' };
      unitPaths.add(grant.unitPath);
    }
  }
  if (!districts.size && !unitPaths.size && !enterpriseIds.size) return { kind: 'none' };
  return { kind: 'anyOf', districts: [...districts], unitPaths: [...unitPaths], enterpriseIds: [...enterpriseIds] };
}

/** Whether one row satisfies a condition; the reading of it that SQL must agree with. */
export function fitsScope(condition: ScopeCondition, row: Subject): boolean {
  if (condition.kind !== 'anyOf') return condition.kind === 'all';
  return (
    (row.district !== null && condition.districts.includes(row.district)) ||
    condition.unitPaths.some((prefix) => row.unitPaths.some((path) => isWithin(path, prefix))) ||
    (row.enterpriseId != null && condition.enterpriseIds.includes(row.enterpriseId))
  );
}

/** Whether the actor may do this anywhere at all: decides whether a page or a button exists for them. */
export function mayAnywhere(actor: Actor, action: Action): boolean {
  return scopeCondition(actor, action).kind !== 'none';
}

export function permittedActions(actor: Actor): Action[] {
  return actions.filter((action) => mayAnywhere(actor, action));
}
