import type { RawTerm } from '../content/raw-check.ts';
import type { Comparison, TruthNode } from '../tree.ts';
import { compareTyped } from './compare.ts';
import { ContentFault } from './fault.ts';
import type { Env } from './scope.ts';
import { conditionText, shownThreshold } from './shown.ts';
import { readTerm } from './term.ts';
import type { Typed } from './typed.ts';

/** Words of the palette and the comparison that each stands for (BND-01). */
export const boundOps = {
  atLeast: '>=',
  moreThan: '>',
  atMost: '<=',
  lessThan: '<',
  equals: '=',
} as const satisfies Record<string, Comparison>;

export type BoundName = keyof typeof boundOps;
export type Bounds = { [name in BoundName]?: RawTerm | undefined };

export interface Bound {
  name: BoundName;
  op: Comparison;
  raw: RawTerm;
}

export function boundsIn(raw: Bounds): Bound[] {
  return (Object.keys(boundOps) as BoundName[]).flatMap((name) => {
    const value = raw[name];
    return value === undefined ? [] : [{ name, op: boundOps[name], raw: value }];
  });
}

const noBound = () =>
  new ContentFault(
    'no-bound',
    { zh: '没有写界限', en: 'No bound is given' },
    {
      zh: '写 atLeast、moreThan、atMost、lessThan 或 equals 之一。',
      en: 'Give one of atLeast, moreThan, atMost, lessThan, equals.',
    },
  );

/** One comparison with what is shown of it. */
export function comparison(measure: Typed, op: Comparison, value: Typed): TruthNode {
  const node = compareTyped(measure, op, value);
  return node.kind === 'compare' ? { ...node, shown: shownThreshold(measure, op, value) } : node;
}

/** All bounds of a band or check hold; each is read at its own place in the file. */
export function withinBounds(measure: Typed, raw: Bounds, env: Env): { node: TruthNode; zh: string; en: string } {
  const bounds = boundsIn(raw);
  if (bounds.length === 0) throw noBound();
  const tests = bounds.map((bound) => {
    const path = [...env.path, bound.name];
    try {
      const value = readTerm(bound.raw, { ...env, path }, measure);
      return { node: comparison(measure, bound.op, value), ...conditionText(measure, bound.op, value) };
    } catch (error) {
      if (error instanceof ContentFault) error.path ??= path;
      throw error;
    }
  });
  return {
    node: tests.length === 1 ? tests[0]!.node : { kind: 'all', of: tests.map((test) => test.node) },
    zh: tests.map((test) => test.zh).join(' 且 '),
    en: tests.map((test) => test.en).join(' and '),
  };
}
