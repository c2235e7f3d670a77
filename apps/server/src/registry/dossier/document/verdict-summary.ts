import type { Text } from '@forest/domain';
import type { UseCase } from '../../use-case.ts';

/** One rule's word on an enterprise, as the ladder says it. */
export interface VerdictLine {
  ruleName: Text;
  version: string;
  asOf: string;
  verdict: 'met' | 'not_met' | 'unknown';
  since: string | null;
  headline: Text;
}

export type VerdictSummary = (enterpriseId: number, given: UseCase) => Promise<readonly VerdictLine[]>;

let provided: VerdictSummary = async () => [];

/**
 * The registry lies under the ladder and cannot ask it: at the start the ladder hands in how verdicts are summed up.
 * Until then a printed dossier has no verdicts.
 */
export function provideVerdictSummary(summary: VerdictSummary): void {
  provided = summary;
}

export const verdictSummary: VerdictSummary = (enterpriseId, given) => provided(enterpriseId, given);
