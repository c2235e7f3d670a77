import type { Rational } from '@forest/domain';
import type { ContentLibrary, RuleSource } from '../content/library.ts';
import type { RawTerm } from '../content/raw-check.ts';
import { exactJudge } from '../exact/evaluate.ts';
import { readsOf } from '../levers/reads.ts';
import type { NumberNode, RuleTree } from '../tree.ts';
import { ContentFault } from './fault.ts';
import { newBuild } from './scope.ts';
import { readTerm } from './term.ts';

/** The value of a literal, or of an expression over literals and constant measures; null when it depends on facts or the date. */
export function constantTerm(
  raw: RawTerm,
  library: ContentLibrary,
  source: RuleSource,
  versionIndex: number,
): Rational | null {
  const version = source.rule.versions[versionIndex]!;
  const build = newBuild(library, version.effectiveFrom);
  const versionPath = ['versions', versionIndex];
  const scope = { build, source, version, versionPath, scoreIndex: new Map<string, number>(), measures: [] };
  try {
    const typed = readTerm(raw, { scope, path: versionPath, offset: null, reads: { annual: false } }, null);
    return 'node' in typed && typed.type !== 'truth' ? computed(typed.node) : null;
  } catch (error) {
    // What cannot be read at all is reported where it is elaborated.
    if (error instanceof ContentFault) return null;
    throw error;
  }
}

const empty: RuleTree = {
  rule: '',
  version: '',
  slots: [],
  criteria: [],
  scores: [],
  outcome: { kind: 'all', of: [] },
  grades: [],
};

function computed(node: NumberNode): Rational | null {
  const reads = readsOf(empty, { kind: 'compare', op: '=', left: node, right: node });
  if (reads.asOf || reads.slots.size > 0) return null;
  return exactJudge(empty, { numbers: new Float64Array(0), texts: [], asOf: 0, asOfYear: 1970, odd: false }).number(
    node,
  );
}
