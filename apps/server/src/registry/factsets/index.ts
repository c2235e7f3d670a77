import type { Db } from '../../platform/database/index.ts';
import { type EnterpriseFacts, type FactQuestion, readFacts } from './read.ts';

export interface BlockQuestion extends FactQuestion {
  district: string;
  blockSize: number;
  /** Goes on after this enterprise; for a run that was interrupted. */
  after?: number;
}

/**
 * The facts of a whole district, block by block in the order of ids. Each block is read in one snapshot of the
 * database, so an enterprise's facts and its `factsAt` belong together; what changes meanwhile shows by a later
 * `updated_at`.
 */
export async function* readFactBlocks(db: Db, question: BlockQuestion): AsyncGenerator<EnterpriseFacts[]> {
  let after = question.after ?? 0;
  for (;;) {
    const block = await consistent(db, async (tx) => {
      const ids = await tx
        .selectFrom('enterprise')
        .select('id')
        .where('district', '=', question.district)
        .where('state', '<>', 'merged')
        .where('id', '>', after)
        .orderBy('id')
        .limit(question.blockSize)
        .execute();
      return readFacts(
        tx,
        ids.map((row) => row.id),
        question,
      );
    });
    const last = block.at(-1);
    if (!last) return;
    yield block;
    after = last.enterpriseId;
  }
}

/** The facts of one enterprise, the same as the census reads. @returns undefined when there is none or it was merged. */
export async function findFactSet(db: Db, id: number, question: FactQuestion): Promise<EnterpriseFacts | undefined> {
  return consistent(db, async (tx) => (await readFacts(tx, [id], question))[0]);
}

/** Inside a caller's transaction it reads what that one sees. */
function consistent<T>(db: Db, read: (tx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction
    ? read(db)
    : db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}
