import type { OutcomeNode } from '../tree.ts';

/** Ways are counted in the order of the content; more than these are not worth trying one by one. */
const MOST = 24;

/** Every way to make the outcome met: sets of criteria that have to hold together. */
export function routesOf(outcome: OutcomeNode): number[][] {
  if (outcome.kind === 'criterion') return [[outcome.index]];
  const ways = outcome.of.map(routesOf);
  if (outcome.kind === 'any') return ways.flat().slice(0, MOST);
  return ways.reduce<number[][]>(
    (together, next) => together.flatMap((some) => next.map((more) => [...new Set([...some, ...more])])).slice(0, MOST),
    [[]],
  );
}
