import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ContentLibrary, compileRule, loadContent, type RuleTree } from '@forest/rules';

const ROOT = path.join(import.meta.dirname, '../..');

/** The repository's own content. */
export function readContent(): ContentLibrary {
  const files = readdirSync(path.join(ROOT, 'content'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => path.join('content', file));
  return loadContent(files.map((file) => ({ path: file, text: readFileSync(path.join(ROOT, file), 'utf8') })));
}

/** @throws with the diagnostics when the rule does not compile. */
export function compiledRule(library: ContentLibrary, rule: string, asOf: string): RuleTree {
  const compiled = compileRule(library, rule, asOf);
  if (compiled.ok) return compiled.tree;
  throw new Error(JSON.stringify([compiled.fault.message, ...compiled.fault.diagnostics.slice(0, 3)]));
}
