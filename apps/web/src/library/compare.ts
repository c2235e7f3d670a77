import type { Answers } from '../shell/client.ts';

export type Version = Answers['library']['rules']['get']['detail'][number];
export type Criterion = Version['criteria'][number];
export type Score = Version['scores'][number];

/** How one thing stands in two versions: alike, told otherwise, or in one of them only. */
export type Change = 'same' | 'changed' | 'left' | 'right';

export interface Pair<T> {
  key: string;
  left: T | undefined;
  right: T | undefined;
  change: Change;
}

/** Criteria of two versions beside each other, in the order of the left one, then those of the right alone. */
export function pairCriteria(left: readonly Criterion[], right: readonly Criterion[]): Pair<Criterion>[] {
  const partners = partnersOf(left, right);
  const taken = new Set(partners.values());
  const pairs = left.map((one): Pair<Criterion> => {
    const other = partners.get(one);
    if (!other) return { key: one.id, left: one, right: undefined, change: 'left' };
    const alike = one.title.zh === other.title.zh && one.sentence.zh === other.sentence.zh;
    return { key: one.id, left: one, right: other, change: alike ? 'same' : 'changed' };
  });
  const alone = right.filter((one) => !taken.has(one));
  return [
    ...pairs,
    ...alone.map((one): Pair<Criterion> => ({ key: one.id, left: undefined, right: one, change: 'right' })),
  ];
}

/** Below this two criteria are about different things. */
const LEAST_LIKENESS = 0.45;

/** Versions number their criteria anew, so likeness tells which belong together; the most alike find each other first. */
function partnersOf(left: readonly Criterion[], right: readonly Criterion[]): Map<Criterion, Criterion> {
  const found = new Map<Criterion, Criterion>();
  const taken = new Set<Criterion>();
  const couples = left
    .flatMap((one) => right.map((other) => ({ one, other, likeness: likeness(one, other) })))
    .filter((couple) => couple.likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness);
  for (const { one, other } of couples) {
    if (found.has(one) || taken.has(other)) continue;
    found.set(one, other);
    taken.add(other);
  }
  return found;
}

/** 0 to 1: the same number or title is certain; else what the two read, and how they are told. */
function likeness(a: Criterion, b: Criterion): number {
  if (a.id === b.id || a.title.zh === b.title.zh) return 1;
  const words = (one: Criterion) => pairsOfLetters(one.title.zh + one.sentence.zh);
  return (common(new Set(a.facts), new Set(b.facts)) + common(words(a), words(b))) / 2;
}

/** Twice what is in both by what is in either (Dice). */
function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((one) => b.has(one)).length;
  return both === 0 ? 0 : (2 * both) / (a.size + b.size);
}

function pairsOfLetters(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

/** Places in `score` whose line is not in `other`, or carries other points there. */
export function differingLines(score: Score, other: Score | undefined): Set<number> {
  if (!other) return new Set(score.lines.keys());
  const known = new Map(keysOf(other).map((key, at) => [key, other.lines[at]!.points]));
  const differing = new Set<number>();
  for (const [at, key] of keysOf(score).entries()) if (known.get(key) !== score.lines[at]!.points) differing.add(at);
  return differing;
}

/** A line is known by the titles above it and by its own words. */
function keysOf(score: Score): string[] {
  const above: string[] = [];
  return score.lines.map((line) => {
    above.length = line.depth;
    const key = [...above, line.title.zh, line.sentence.zh].join('/');
    above[line.depth] = line.title.zh;
    return key;
  });
}

/** The part of `text` that differs from `other`: what stands before and after it is common to both. Words stay whole. */
export function difference(text: string, other: string): [before: string, differs: string, after: string] {
  let start = 0;
  while (start < text.length && start < other.length && text[start] === other[start]) start++;
  while (start > 0 && inWord(text, start)) start--;
  let end = 0;
  const most = Math.min(text.length, other.length) - start;
  while (end < most && text.at(-1 - end) === other.at(-1 - end)) end++;
  while (end > 0 && inWord(text, text.length - end)) end--;
  return [text.slice(0, start), text.slice(start, text.length - end), text.slice(text.length - end)];
}

/** Whether cutting here would cut a number or a Latin word. */
function inWord(text: string, at: number): boolean {
  const letter = /[\w.,]/;
  return letter.test(text[at - 1] ?? '') && letter.test(text[at] ?? '');
}
