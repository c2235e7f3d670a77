const known = [',', '\t', ';', '|', '，'] as const;
export type Delimiter = (typeof known)[number];

/**
 * The sign that splits the first lines most evenly into most cells; signs inside quotes do not count. A comma when nothing
 * splits, which then is a file of one column.
 */
export function detectDelimiter(sample: string): Delimiter {
  const lines = unquoted(sample)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30);
  let best: { sign: Delimiter; score: number } = { sign: ',', score: 0 };
  for (const sign of known) {
    const counts = lines.map((line) => line.split(sign).length - 1);
    const usual = mostCommon(counts.filter((count) => count > 0));
    const score = usual === 0 ? 0 : counts.filter((count) => count === usual).length * Math.min(usual, 20);
    if (score > best.score) best = { sign, score };
  }
  return best.sign;
}

function unquoted(sample: string): string {
  return sample.replaceAll(/"(?:[^"]|"")*"/g, '""');
}

function mostCommon(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 0;
}
