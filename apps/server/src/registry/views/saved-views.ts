import type { Inputs, Outputs } from '@forest/api';
import { notFound, signedOut } from '../../platform/fault.ts';
import type { UseCase } from '../use-case.ts';

type Views = Outputs['registry']['views'];
type ViewInputs = Inputs['registry']['views'];

/** Everybody's own; nobody sees another's. */
export async function listViews({ page }: ViewInputs['list'], { db, user }: UseCase): Promise<Views['list']> {
  return db
    .selectFrom('saved_view')
    .select(['id', 'name', 'query'])
    .where('user_id', '=', user.id)
    .where('page', '=', page)
    .orderBy('name')
    .execute();
}

/** Saving under a name that exists replaces that view. */
export async function saveView(
  { page, name, query }: ViewInputs['save'],
  { db, user }: UseCase,
): Promise<Views['save']> {
  if (!user.signedIn) throw signedOut();
  return db
    .insertInto('saved_view')
    .values({ user_id: user.id, page, name, query })
    .onConflict((existing) => existing.columns(['user_id', 'page', 'name']).doUpdateSet({ query }))
    .returning('id')
    .executeTakeFirstOrThrow();
}

export async function removeView({ id }: ViewInputs['remove'], { db, user }: UseCase): Promise<Views['remove']> {
  const removed = await db
    .deleteFrom('saved_view')
    .where('id', '=', id)
    .where('user_id', '=', user.id)
    .returning('id')
    .executeTakeFirst();
  if (!removed) throw notFound({ zh: '这个视图', en: 'view' });
  return { ok: true };
}
