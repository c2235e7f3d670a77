import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ContentLibrary, loadContent } from '../content/library.ts';
import { compileRule } from '../language/compile.ts';
import type { RuleTree } from '../tree.ts';

const root = path.resolve(import.meta.dirname, '../../../../content');

/** The content that the repository ships, for tests that speak of real rules. */
export function repositoryContent(): ContentLibrary {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ya?ml$/.test(name));
  return loadContent(files.map((name) => ({ path: name, text: readFileSync(path.join(root, name), 'utf8') })));
}

/** Text of one file of the content folder. */
export function repositoryFile(name: string): string {
  return readFileSync(path.join(root, name), 'utf8');
}

/** @throws Error when the rule does not compile. */
export function repositoryRule(rule: string, asOf: string): RuleTree {
  const compiled = compileRule(repositoryContent(), rule, asOf);
  if (!compiled.ok) throw new Error(compiled.fault.message.en);
  return compiled.tree;
}
