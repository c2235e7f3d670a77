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
  changed: number;
  judgingMs: number;
}

/**
 * Moves a census on, in the transaction that writes the block. Only whoever moves it from where it stood may commit,
 * so two processes can never both write a block, and a cancelled census stays as it is.
 * @throws CensusStopped
 */
export async function advance(client: ClientBase, step: Step): Promise<void> {
  const { rowCount } = await client.query(
    `update census set stage = $4, high_water = $5, enterprises = enterprises + $6, changed = changed + $7,
       judging_ms = judging_ms + $8
     where id = $1 and state = 'running' and stage = $2 and high_water = $3`,
    [
      ...[step.census, step.from.stage, step.from.highWater, step.to.stage, step.to.highWater],
      ...[step.enterprises, step.changed, step.judgingMs],
    ],
  );
  if (rowCount !== 1) throw new CensusStopped(step.census);
}
