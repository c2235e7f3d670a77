import { type Day, Rational } from '@forest/domain';
import { exactJudge } from '../exact/evaluate.ts';
import type { Row } from '../facts/row.ts';
import type { RuleTree } from '../tree.ts';
import { routesOf } from './routes.ts';
import { type LeverMove, smallestChange } from './smallest-change.ts';
import { metFrom, onDay } from './waiting.ts';
import { withFact } from './with-fact.ts';

/** One fact that has to move, in total, for the whole rule to be met. */
export interface PathChange {
  slot: number;
  from: number;
  to: number;
  /** Signed, in the fact's unit. */
  change: Rational;
  /** Criteria for whose sake it moves. */
  criteria: number[];
}

export interface GrowthPath {
  /** True when judging again after the changes, and after the wait, says met. */
  reachable: boolean;
  changes: PathChange[];
  /** Criteria that neither a declared lever nor time can turn. */
  blocked: { criterion: number; reason: 'no-lever' | 'out-of-reach' }[];
  /** Criteria that are unknown: nobody can say before their inputs are there. */
  unknown: number[];
  /** The day from which the criteria that only need time hold too. */
  earliest: Day | null;
}

/** Moves may disturb each other (staff up, ratio down), so the walk comes round again; this often at most. */
const ROUNDS = 6;

/**
 * A set of changes that makes the rule met, each as small as its criterion needs. Where the rule has several ways, the
 * one with the least in its way is taken. Verified by judging again; what stays impossible or unknown is said.
 */
export function growthPath(tree: RuleTree, row: Row): GrowthPath {
  const walks = routesOf(tree.outcome).map((route) => walk(tree, row, route));
  return walks.reduce((best, next) => (obstacles(next) < obstacles(best) ? next : best));
}

function obstacles(path: GrowthPath): number {
  return (path.reachable ? 0 : 1e6) + path.blocked.length * 1e4 + path.unknown.length * 1e2 + path.changes.length;
}

function walk(tree: RuleTree, start: Row, route: readonly number[]): GrowthPath {
  let row = start;
  let earliest: Day | null = null;
  const because = new Map<number, Set<number>>();
  const blocked = new Map<number, 'no-lever' | 'out-of-reach'>();

  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (const criterion of route) {
      if (blocked.has(criterion) || exactJudge(tree, row).truth(tree.criteria[criterion]!.test) !== 'not_met') continue;
      const move = easiest(tree, row, criterion);
      if (move) {
        row = withFact(tree, row, move.lever.slot, move.to);
        because.set(move.lever.slot, (because.get(move.lever.slot) ?? new Set()).add(criterion));
        moved = true;
        continue;
      }
      const day = metFrom(tree, row, criterion);
      if (day !== null) {
        earliest = Math.max(earliest ?? day, day);
        row = onDay(row, earliest);
        moved = true;
        continue;
      }
      blocked.set(criterion, tree.criteria[criterion]!.levers.length > 0 ? 'out-of-reach' : 'no-lever');
    }
    if (!moved) break;
  }

  const { verdict, criteria } = exactJudge(tree, row).judge();
  return {
    reachable: verdict === 'met',
    changes: [...because].map(([slot, criteriaMoved]) => {
      const [from, to] = [start.numbers[slot]!, row.numbers[slot]!];
      return { slot, from, to, change: Rational.of(to).minus(Rational.of(from)), criteria: [...criteriaMoved] };
    }),
    blocked: [...blocked].map(([criterion, reason]) => ({ criterion, reason })),
    unknown: route.filter((criterion) => criteria[criterion] === 'unknown'),
    earliest,
  };
}

/** Of the levers that reach, the one that moves least beside what is there. */
function easiest(tree: RuleTree, row: Row, criterion: number): Extract<LeverMove, { possible: true }> | null {
  const moves = tree.criteria[criterion]!.levers.map((lever) => smallestChange(tree, row, criterion, lever)).filter(
    (move) => move.possible,
  );
  const effort = (move: (typeof moves)[number]) =>
    Math.abs(move.change.toNumber()) / Math.max(Math.abs(move.from), move.lever.step.toNumber() * 10);
  return moves.reduce<(typeof moves)[number] | null>(
    (best, next) => (best === null || effort(next) < effort(best) ? next : best),
    null,
  );
}
