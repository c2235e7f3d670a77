/** Outcome of a judgement: a missing input is never read as zero (BND-05), it leaves the verdict unknown. */
export type Verdict = 'met' | 'not_met' | 'unknown';
