import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeMachine } from './machine.ts';
import type { Measurement, Suite } from './suite.ts';
import { markdownTable } from './table.ts';

const FILE = path.join(import.meta.dirname, '../../docs/benchmarks.md');

const HEAD = `# Measured speed

Written by \`npm run bench -- --write\`. Medians of several rounds with the lowest and highest; contestants take turns in
one process, and a ratio is the median of the ratios within a round. Every engine's verdicts are compared before it is timed.
`;

/** Replaces the section of the suite in docs/benchmarks.md, leaving those of other suites as they were measured. */
export function writeReport(suite: Suite, measurements: readonly Measurement[], date: string): void {
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : HEAD;
  const section = [
    `## ${suite.name}: ${suite.title}`,
    suite.about,
    `${date}, ${describeMachine()}.`,
    markdownTable(measurements),
  ].join('\n\n');
  const [head = HEAD, ...sections] = before.split(/^(?=## )/m);
  const kept = sections.filter((text) => !text.startsWith(`## ${suite.name}:`)).map((text) => text.trim());
  writeFileSync(FILE, `${[head.trim(), ...[...kept, section].sort()].join('\n\n')}\n`);
}
