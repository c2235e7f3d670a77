/** One line of a report: how fast somebody does something, and how that compares within the same run. */
export interface Measurement {
  what: string;
  /** Things done in a second, by run. */
  perSecond: number[];
  /** Things counted: 企业, 项, 条. */
  unit: string;
  /** This contestant's speed is `ratio` times the one it is compared with; absent for a mere figure. */
  comparison?: { ratio: number; with: string; atLeast: number };
  /** A target for the speed itself. */
  atLeastPerSecond?: number;
  note?: string;
}

export interface SuiteOptions {
  /** Rounds of which the median is reported. */
  rounds: number;
  /** Shrinks the data to see quickly whether everything runs; figures of a small run are not reported. */
  small: boolean;
}

/** A named set of measurements. Contestants run in turn within one process, so that ratios mean something. */
export interface Suite {
  name: string;
  title: string;
  /** What was judged, on how much data, and what was checked. */
  about: string;
  run(options: SuiteOptions): Promise<Measurement[]>;
}

export function reaches({ comparison, atLeastPerSecond, perSecond }: Measurement): boolean | null {
  if (comparison) return comparison.ratio >= comparison.atLeast;
  return atLeastPerSecond === undefined ? null : median(perSecond) >= atLeastPerSecond;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? Number.NaN : sorted[Math.floor(sorted.length / 2)]!;
}
