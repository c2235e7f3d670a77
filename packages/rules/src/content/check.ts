import type { Diagnostic } from './diagnostic.ts';
import type { ContentLibrary } from './library.ts';
import { bands } from './lints/bands.ts';
import { citation } from './lints/citation.ts';
import { confidence } from './lints/confidence.ts';
import { duplicates } from './lints/duplicates.ts';
import { levers } from './lints/levers.ts';
import type { Lint } from './lints/lint.ts';
import { meaning } from './lints/meaning.ts';
import { measures } from './lints/measures.ts';
import { meets } from './lints/meets.ts';
import { outcome } from './lints/outcome.ts';
import { tests } from './lints/tests.ts';
import { versions } from './lints/versions.ts';

const lints: Lint[] = [
  meaning,
  citation,
  confidence,
  versions,
  duplicates,
  outcome,
  bands,
  measures,
  meets,
  levers,
  tests,
];

/** Every problem of the content at once, in the order of files and lines. */
export function checkContent(library: ContentLibrary): Diagnostic[] {
  const found = [...library.rules.values()].flatMap((source) => lints.flatMap((lint) => lint(source, library)));
  const seen = new Set<string>();
  return [...library.diagnostics, ...found]
    .filter((one) => {
      const key = JSON.stringify([one.file, one.line, one.column, one.code, one.message.en]);
      return seen.has(key) ? false : seen.add(key);
    })
    .sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1));
}
