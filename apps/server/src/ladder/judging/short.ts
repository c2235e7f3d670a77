import type { OutcomeNode, RuleTree, TruthNode } from '@forest/rules';

/** How far an outcome is: criteria to flip on the shortest way, and others on it that are open. */
export interface Short {
  short: number;
  unsure: number;
}

const none: Short = { short: 0, unsure: 0 };
const oneShort: Short = { short: 1, unsure: 0 };
const oneUnsure: Short = { short: 0, unsure: 1 };

/**
 * Counts along the way that needs the fewest criteria.
 * @param expertMask criteria that rest on a score: while experts have not scored they are open for everyone, so they
 *   do not make a near-miss doubtful.
 */
export function shortOf(outcome: OutcomeNode, met: number, not: number, expertMask: number): Short {
  if (outcome.kind === 'criterion') {
    const bit = 1 << outcome.index;
    if (met & bit) return none;
    if (not & bit) return oneShort;
    return expertMask & bit ? none : oneUnsure;
  }
  const parts = outcome.of.map((part) => shortOf(part, met, not, expertMask));
  if (outcome.kind === 'all') {
    return { short: total(parts, 'short'), unsure: total(parts, 'unsure') };
  }
  return parts.reduce((best, part) => (nearer(part, best) ? part : best));
}

function total(parts: Short[], key: keyof Short): number {
  return parts.reduce((sum, part) => sum + part[key], 0);
}

function nearer(a: Short, b: Short): boolean {
  const [left, right] = [a.short + a.unsure, b.short + b.unsure];
  return left === right ? a.short < b.short : left < right;
}

/**
 * The same count as a function of the two masks, quick for the usual outcome in which all criteria are needed.
 * @returns short in the low byte, unsure in the next.
 */
export function compileShort(outcome: OutcomeNode, expertMask: number): (met: number, not: number) => number {
  const needed = flatMask(outcome);
  if (needed === null) {
    return (met, not) => {
      const { short, unsure } = shortOf(outcome, met, not, expertMask);
      return short | (unsure << 8);
    };
  }
  return (met, not) => bits(not & needed) | (bits(~(met | not | expertMask) & needed) << 8);
}

/** Mask of the criteria when the outcome is simply all of them. */
function flatMask(outcome: OutcomeNode): number | null {
  if (outcome.kind === 'criterion') return 1 << outcome.index;
  if (outcome.kind === 'any') return null;
  let mask = 0;
  for (const part of outcome.of) {
    if (part.kind !== 'criterion') return null;
    mask |= 1 << part.index;
  }
  return mask;
}

/** Number of one-bits of a 32-bit integer. */
export function bits(x: number): number {
  let n = x - ((x >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Mask of the criteria whose test compares a score. */
export function restsOnScore(tree: RuleTree): number {
  return tree.criteria.reduce((mask, criterion, index) => (hasScore(criterion.test) ? mask | (1 << index) : mask), 0);
}

function hasScore(node: TruthNode): boolean {
  switch (node.kind) {
    case 'scoreCompare':
      return true;
    case 'all':
    case 'any':
      return node.of.some(hasScore);
    case 'not':
      return hasScore(node.of);
    case 'choose':
      return node.cases.some((branch) => hasScore(branch.then)) || hasScore(node.otherwise);
    default:
      return false;
  }
}
