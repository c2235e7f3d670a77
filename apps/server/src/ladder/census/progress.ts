import type { ClientBase } from 'pg';

/** The census was cancelled, or another process took it over: stop without a word. */
export class CensusStopped extends Error {
  constructor(census: number) {
    super(`census ${census} is no longer this run's to write`);
    this.name = 'CensusStopped';
  }
}

/** Where a census stands: the stage, and the last enterprise of it that was written. */
export interface Place {
  stage: number;
  highWater: number;
}

export interface Step {
  census: number;
  from: Place;
  to: Place;
  enterprises: number;
  judgingMs: number;
}

/**
 * Moves a census on, first thing in the transaction that writes the block. The row stays locked until that commits, and
 * only whoever moves it from where it stood goes on: of two processes the other waits and then stops, and a cancelled
 * census stays as it is.
 * @throws CensusStopped
 */
export async function claim(client: ClientBase, { census, from, to, enterprises, judgingMs }: Step): Promise<void> {
  const { rowCount } = await client.query(
    `update census set stage = $4, high_water = $5, enterprises = enterprises + $6, judging_ms = judging_ms + $7
     where id = $1 and state = 'running' and stage = $2 and high_water = $3`,
    [census, from.stage, from.highWater, to.stage, to.highWater, enterprises, judgingMs],
  );
  if (rowCount !== 1) throw new CensusStopped(census);
}

/** Counts what the claimed block changed. */
export async function countChanges(client: ClientBase, census: number, changed: number): Promise<void> {
  if (changed > 0) await client.query('update census set changed = changed + $2 where id = $1', [census, changed]);
}
