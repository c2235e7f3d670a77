import { median } from './suite.ts';

export interface Contestant {
  name: string;
  /** Things done by one call. */
  count: number;
  work: () => unknown;
}

/**
 * Runs every contestant once to warm up and then in turn, round by round, so that a busy moment of the machine hits all.
 * @returns things per second by round, for every contestant.
 */
export async function inTurn(contestants: readonly Contestant[], rounds: number): Promise<number[][]> {
  const speeds = contestants.map((): number[] => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, { work, count }] of contestants.entries()) {
      const start = performance.now();
      await work();
      if (round >= 0) speeds[index]!.push((count * 1000) / (performance.now() - start));
    }
  }
  return speeds;
}

/** Median over rounds of the ratio within a round. */
export function medianRatio(a: readonly number[], b: readonly number[]): number {
  return median(a.map((speed, round) => speed / b[round]!));
}
