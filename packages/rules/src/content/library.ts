import { z } from 'zod';
import { type Dictionary, type Fact, factOf, factSchema } from '../facts/dictionary.ts';
import { both, type Diagnostic } from './diagnostic.ts';
import { type RawRule, ruleSchema } from './raw-rule.ts';
import { schemaProblems } from './schema-problems.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

export interface ContentFile {
  path: string;
  text: string;
}

/** One rule document with the file that it came from. */
export interface RuleSource {
  rule: RawRule;
  source: YamlSource;
  /** The folder before `rules/`: national, jiangsu, nanjing, jianye. */
  jurisdiction: string;
}

export interface ContentLibrary {
  dictionary: Dictionary;
  rules: ReadonlyMap<string, RuleSource>;
  /** What is wrong with the shape of the files; `checkContent` finds what is wrong with their meaning. */
  diagnostics: Diagnostic[];
}

const isDictionary = (path: string) => /(^|\/)facts(\/[^/]+)?\.ya?ml$/.test(path);
const isRule = (path: string) => /(^|\/)rules\/[^/]+\.ya?ml$/.test(path);

const jurisdictionOf = (path: string) => /([^/]+)\/rules\//.exec(path)?.[1] ?? '';

function duplicate(source: YamlSource, path: (string | number)[], id: string, first: string): Diagnostic {
  return {
    ...source.at(path),
    severity: 'error',
    code: 'duplicate-id',
    message: both(`编号 ${id} 重复，已见于 ${first}`, `The id ${id} is used twice; it stands in ${first} already`),
    remedy: both('改用另一个编号，或删去其中一处。', 'Choose another id, or remove one of the two.'),
  };
}

/** A fact at fault is left out and said; the others still count, so that rules are not blamed for it. */
function readDictionary(source: YamlSource, facts: Map<string, Fact>, homes: Map<string, string>): Diagnostic[] {
  const outer = z.strictObject({ facts: z.array(z.unknown()) }).safeParse(source.value);
  if (!outer.success) return schemaProblems(outer.error, source);
  return outer.data.facts.flatMap((raw, index) => {
    const parsed = factSchema.safeParse(raw);
    if (!parsed.success) return schemaProblems(parsed.error, source, ['facts', index]);
    const home = homes.get(parsed.data.id);
    if (home) return [duplicate(source, ['facts', index, 'id'], parsed.data.id, home)];
    homes.set(parsed.data.id, source.file);
    facts.set(parsed.data.id, factOf(parsed.data));
    return [];
  });
}

/**
 * Reads every fact dictionary (`facts.yaml`) and rule document (`rules/*.yaml`) among the files; others are not its
 * business. Never throws: what cannot be read is left out and said in `diagnostics`.
 */
export function loadContent(files: readonly ContentFile[]): ContentLibrary {
  const dictionary = new Map<string, Fact>();
  const rules = new Map<string, RuleSource>();
  const homes = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const { path, text } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (!isDictionary(path) && !isRule(path)) continue;
    const source = readYaml(path, text);
    diagnostics.push(...source.problems);
    if (source.value === undefined) continue;
    if (isDictionary(path)) {
      diagnostics.push(...readDictionary(source, dictionary, homes));
      continue;
    }
    const parsed = ruleSchema.safeParse(source.value);
    if (!parsed.success) diagnostics.push(...schemaProblems(parsed.error, source));
    else if (rules.has(parsed.data.id))
      diagnostics.push(duplicate(source, ['id'], parsed.data.id, rules.get(parsed.data.id)!.source.file));
    else rules.set(parsed.data.id, { rule: parsed.data, source, jurisdiction: jurisdictionOf(path) });
  }
  return { dictionary, rules, diagnostics };
}
