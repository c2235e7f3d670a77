const WORD = /[\p{ID_Start}_$][\p{ID_Continue}$]*/gu;

/** Leaves out definitions that nothing after them reads: a half of a pair of bits, a magnitude that cancelled. */
export function withoutUnused(lines: readonly string[]): string[] {
  const read = new Set<string>();
  const kept: string[] = [];
  for (const line of lines.toReversed()) {
    const definition = /^const (\S+) = (.*);$/s.exec(line);
    if (definition && !read.has(definition[1]!)) continue;
    if (!line.startsWith('//')) for (const [word] of (definition?.[2] ?? line).matchAll(WORD)) read.add(word);
    kept.push(line);
  }
  return kept.reverse();
}
