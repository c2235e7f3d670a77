import { type Action, may, type Subject } from '@forest/domain';
import type { Selectable } from 'kysely';
import { authorise } from '../../platform/authorise.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { Fault, notFound } from '../../platform/fault.ts';
import type { EnterpriseTable } from '../schema/enterprise-rows.ts';
import type { UseCase } from '../use-case.ts';

export type StoredEnterprise = Selectable<EnterpriseTable>;

export function subjectOf(enterprise: Pick<StoredEnterprise, 'id' | 'district' | 'unit_paths'>): Subject {
  return { district: enterprise.district, unitPaths: enterprise.unit_paths, enterpriseId: enterprise.id };
}

const enterpriseWord = { zh: '这家企业', en: 'enterprise' };

/** @throws Fault `not_found`, in the same words, when there is none or the viewer may not see it. */
export async function getVisible(db: Db, user: UseCase['user'], id: number): Promise<StoredEnterprise> {
  const found = await db.selectFrom('enterprise').selectAll().where('id', '=', id).executeTakeFirst();
  if (!found || !may(user, 'enterprise.read', subjectOf(found))) throw notFound(enterpriseWord);
  return found;
}

/**
 * The enterprise, locked until the transaction ends, for somebody who may do this to it.
 * @throws Fault `not_found` when it may not be seen, `forbidden` when the action is not allowed, `conflict` when it was
 * merged into another.
 */
export async function getForChange(
  tx: Tx,
  user: UseCase['user'],
  action: Action,
  id: number,
): Promise<StoredEnterprise> {
  const [only] = await getAllForChange(tx, user, action, [id]);
  return only!;
}

/** Several at once, in the order of ids, so that two transactions never wait for each other in a circle. */
export async function getAllForChange(
  tx: Tx,
  user: UseCase['user'],
  action: Action,
  ids: readonly number[],
): Promise<StoredEnterprise[]> {
  const wanted = [...new Set(ids)];
  const found = await tx
    .selectFrom('enterprise')
    .selectAll()
    .where('id', 'in', wanted)
    .orderBy('id')
    .forUpdate()
    .execute();
  if (found.length < wanted.length) throw notFound(enterpriseWord);
  for (const one of found) {
    const subject = subjectOf(one);
    if (!may(user, 'enterprise.read', subject)) throw notFound(enterpriseWord);
    authorise(user, action, subject);
    if (one.state === 'merged') throw alreadyMerged(one);
  }
  return found;
}

function alreadyMerged({ name, merged_into }: StoredEnterprise): Fault {
  return new Fault(
    'conflict',
    {
      zh: `“${name}”已并入另一家企业（编号 ${merged_into}）。`,
      en: `“${name}” was merged into enterprise ${merged_into}.`,
    },
    { zh: '请到保留的那一家操作，或先撤销合并。', en: 'Work on the one that was kept, or undo the merge first.' },
  );
}
