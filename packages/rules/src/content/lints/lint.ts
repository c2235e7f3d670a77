import type { Text } from '@forest/domain';
import type { Diagnostic, Path } from '../diagnostic.ts';
import type { ContentLibrary, RuleSource } from '../library.ts';

/** One kind of question asked of one rule document. */
export type Lint = (source: RuleSource, library: ContentLibrary) => Diagnostic[];

/** A diagnostic at a place in the rule's own file. */
export function finding(
  source: RuleSource,
  path: Path,
  code: string,
  message: Text,
  remedy: Text,
  severity: Diagnostic['severity'] = 'error',
): Diagnostic {
  return { ...source.source.at(path), severity, code, message, remedy };
}
