import type { Inputs, Outputs } from '@forest/api';
import { provenanceOf, readStatements } from '../dossier/facts.ts';
import { getVisible } from '../enterprise/access.ts';
import type { UseCase } from '../use-case.ts';
import { STANDING } from './statement.ts';

/** All that was said of one fact and year, most believed first: the first is what is held true. */
export async function factHistory(
  { id, fact, year }: Inputs['registry']['facts']['history'],
  { db, user }: UseCase,
): Promise<Outputs['registry']['facts']['history']> {
  await getVisible(db, user, id);
  const statements = await readStatements(db, id, year ?? STANDING);
  return statements.filter((said) => Object.hasOwn(said.facts, fact)).map((said) => provenanceOf(said, fact));
}
