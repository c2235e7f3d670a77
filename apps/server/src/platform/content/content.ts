import { type Compiled, type ContentFile, type ContentLibrary, compileRule, type RuleTree } from '@forest/rules';
import { type District, readDistricts } from './district.ts';

/** What districts and the state say, read once: rules, facts, industries. */
export interface Content {
  library: ContentLibrary;
  /** Every file, for what is not rules: organisation, industries. */
  files: readonly ContentFile[];
  /** The default one first. */
  districts: readonly District[];
  /** Folder that a rule stands in: `national`, `jiangsu`, `jianye` … */
  jurisdictionOf(rule: string): string;
  /** The version of a rule in force on a date, ready to execute. */
  compiled(rule: string, asOf: string): Compiled;
  /** Whether a rule is about enterprises and counts in the district: its own, and those of state, province and city. */
  applies(rule: string, district: string): boolean;
  /** Every rule that applies in the district and has a version in force on the date, by id. */
  treesInForce(district: string, asOf: string): RuleTree[];
}

export function contentOf(library: ContentLibrary, files: readonly ContentFile[]): Content {
  // A folder with a district file is a district; the others hold for every district below them.
  const districts = readDistricts(files);
  const ids = new Set(districts.map((district) => district.id));
  const jurisdictionOf = (rule: string) => library.rules.get(rule)?.source.file.split('/')[0] ?? '';
  const compiled = (rule: string, asOf: string) => compileRule(library, rule, asOf);
  const applies = (rule: string, district: string) => {
    const jurisdiction = jurisdictionOf(rule);
    const about = library.rules.get(rule)?.rule.subject;
    return about === 'enterprise' && (jurisdiction === district || !ids.has(jurisdiction));
  };
  return {
    library,
    files,
    districts,
    jurisdictionOf,
    compiled,
    applies,
    treesInForce: (district, asOf) =>
      [...library.rules.keys()].sort().flatMap((rule) => {
        const found = applies(rule, district) ? compiled(rule, asOf) : null;
        return found?.ok ? [found.tree] : [];
      }),
  };
}
