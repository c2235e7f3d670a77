import { elaborateRule } from '../../language/compile.ts';
import type { Lint } from './lint.ts';

/** Everything that elaboration refuses: unknown facts and criteria, units, periods, circular references, points. */
export const meaning: Lint = ({ rule }, library) =>
  rule.versions.flatMap((version, index) => elaborateRule(library, rule.id, index, version.effectiveFrom).problems);
