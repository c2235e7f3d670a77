import type { Diagnostic, Path } from '../content/diagnostic.ts';
import type { ContentLibrary, RuleSource } from '../content/library.ts';
import type { RawVersion } from '../content/raw-rule.ts';
import type { RuleTree } from '../tree.ts';
import { ContentFault } from './fault.ts';
import { SlotTable } from './slots.ts';

/** What is shared while one rule and the rules that it leans on are elaborated into one tree. */
export interface Build {
  library: ContentLibrary;
  asOf: string;
  slots: SlotTable;
  scores: RuleTree['scores'];
  problems: Diagnostic[];
  /** Rules being inlined, outermost first; a repeat is a cycle. */
  chain: string[];
  /** Every version that went into the tree. */
  used: { rule: string; version: string }[];
  /** Names of the measures that each version's checks and scores lean on. */
  measuresRead: Map<RawVersion, Set<string>>;
}

/** One version of one rule within a build. */
export interface Scope {
  build: Build;
  source: RuleSource;
  version: RawVersion;
  versionPath: Path;
  /** Score ids of this version → index in the build's scores. */
  scoreIndex: Map<string, number>;
  /** Measures being expanded; a repeat is a cycle. */
  measures: string[];
}

/** An expression's surroundings. */
export interface Env {
  scope: Scope;
  path: Path;
  /** Year at which annual facts are read; null where a single value is wanted. */
  offset: number | null;
  /** Set when an annual value was read at the offset. */
  reads: { annual: boolean };
}

export function newBuild(library: ContentLibrary, asOf: string): Build {
  return {
    library,
    asOf,
    slots: new SlotTable(),
    scores: [],
    problems: [],
    chain: [],
    used: [],
    measuresRead: new Map(),
  };
}

export function report(scope: Scope, path: Path, fault: ContentFault): void {
  const at = scope.source.source.at(fault.path ?? path, fault.offset);
  const { code, text: message, remedy } = fault;
  const problems = scope.build.problems;
  const same = (p: Diagnostic) => p.code === code && p.line === at.line && p.column === at.column && p.file === at.file;
  if (!problems.some((p) => same(p) && p.message.en === message.en))
    problems.push({ ...at, severity: 'error', code, message, remedy });
}

/** Runs `make`; a content fault becomes a diagnostic at `path`, and `instead` stands in so that reading goes on. */
export function guarded<T>(scope: Scope, path: Path, instead: T, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ContentFault)) throw error;
    report(scope, path, error);
    return instead;
  }
}
