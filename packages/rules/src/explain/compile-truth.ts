import { bandWidth, comparesExactly, errorBound } from '../exact/error-bound.ts';
import { exactSign } from '../population/exact-sign.ts';
import type { Comparison, TruthNode } from '../tree.ts';
import { isHopeless, isMissing, type NumberContext } from './compile-number.ts';
import { type Answer, type Blame, MET, NOT_MET, type State, UNKNOWN } from './state.ts';

export interface CompiledTruth {
  test: (state: State) => Answer;
  /** Names what an unknown answer comes from, as far as it matters. */
  blame: (state: State, blame: Blame) => void;
}

export interface TruthContext extends NumberContext {
  blameScore: (score: number, state: State, blame: Blame) => void;
}

const nothing = () => {};

export function compileTruth(node: TruthNode, context: TruthContext): CompiledTruth {
  switch (node.kind) {
    case 'constantTruth': {
      const answer = node.value ? MET : NOT_MET;
      return { test: () => answer, blame: nothing };
    }
    case 'flag': {
      const { slot } = node;
      const wanted = node.expected ? 1 : 0;
      return {
        test: (s) => {
          const value = s.numbers[slot]!;
          return value === wanted ? MET : Number.isNaN(value) ? UNKNOWN : NOT_MET;
        },
        blame: (_, blame) => blame.slot(slot),
      };
    }
    case 'given': {
      const { slot } = node;
      return { test: (s) => (isMissing(s, slot, context.slots) ? NOT_MET : MET), blame: nothing };
    }
    case 'textIn':
      return compileText(node);
    case 'not': {
      const of = context.truth(node.of);
      return {
        test: (s) => {
          const answer = of.test(s);
          return answer === UNKNOWN ? UNKNOWN : answer === MET ? NOT_MET : MET;
        },
        blame: of.blame,
      };
    }
    case 'all':
      return compileGroup(node.of, NOT_MET, MET, context);
    case 'any':
      return compileGroup(node.of, MET, NOT_MET, context);
    case 'choose':
      return compileChoose(node, context);
    case 'compare':
      return compileCompare(node, context);
    case 'scoreCompare':
      return compileScoreCompare(node, context);
  }
}

function compileText(node: Extract<TruthNode, { kind: 'textIn' }>): CompiledTruth {
  const { slot, values } = node;
  const exact = new Set(values);
  const matches =
    node.match === 'exact'
      ? (text: string) => exact.has(text)
      : (text: string) => values.some((value) => text.startsWith(value));
  return {
    test: (s) => {
      const text = s.row.texts[slot];
      return text === undefined ? UNKNOWN : matches(text) ? MET : NOT_MET;
    },
    blame: (_, blame) => blame.slot(slot),
  };
}

function compileGroup(nodes: TruthNode[], decides: Answer, otherwise: Answer, context: TruthContext): CompiledTruth {
  const of = nodes.map(context.truth);
  return {
    test: (s) => {
      let answer = otherwise;
      for (let i = 0; i < of.length; i++) {
        const one = of[i]!.test(s);
        if (one === decides) return decides;
        if (one === UNKNOWN) answer = UNKNOWN;
      }
      return answer;
    },
    blame: (s, blame) => {
      for (const one of of) if (one.test(s) === UNKNOWN) one.blame(s, blame);
    },
  };
}

function compileChoose(node: Extract<TruthNode, { kind: 'choose' }>, context: TruthContext): CompiledTruth {
  const cases = node.cases.map(({ when, then }) => ({ when: context.truth(when), then: context.truth(then) }));
  const otherwise = context.truth(node.otherwise);
  return {
    test: (s) => {
      let agreed: Answer | null = null;
      for (const branch of cases) {
        const when = branch.when.test(s);
        if (when === NOT_MET) continue;
        const then = branch.then.test(s);
        if (when === MET) return agreed === null || agreed === then ? then : UNKNOWN;
        if (then === UNKNOWN || (agreed !== null && agreed !== then)) return UNKNOWN;
        agreed = then;
      }
      const last = otherwise.test(s);
      return agreed === null || agreed === last ? last : UNKNOWN;
    },
    blame: (s, blame) => {
      for (const branch of cases) {
        const when = branch.when.test(s);
        if (when === NOT_MET) continue;
        if (when === UNKNOWN) branch.when.blame(s, blame);
        if (branch.then.test(s) === UNKNOWN) branch.then.blame(s, blame);
        if (when === MET) return;
      }
      if (otherwise.test(s) === UNKNOWN) otherwise.blame(s, blame);
    },
  };
}

const tests: Record<Comparison, (difference: number) => boolean> = {
  '>=': (d) => d >= 0,
  '>': (d) => d > 0,
  '<=': (d) => d <= 0,
  '<': (d) => d < 0,
  '=': (d) => d === 0,
  '!=': (d) => d !== 0,
};

function compileCompare(node: Extract<TruthNode, { kind: 'compare' }>, context: TruthContext): CompiledTruth {
  const left = context.number(node.left);
  const right = context.number(node.right);
  const [a, b] = [left.value, right.value];
  const holds = tests[node.op];
  const blame = (s: State, into: Blame) => {
    if (Number.isNaN(a(s))) left.blame(s, into);
    if (Number.isNaN(b(s))) right.blame(s, into);
  };
  if (comparesExactly(node.left, node.right, context.slots)) {
    const test = (s: State): Answer => {
      const difference = a(s) - b(s);
      return Number.isNaN(difference) ? UNKNOWN : holds(difference) ? MET : NOT_MET;
    };
    return { test, blame };
  }
  const hopeless = isHopeless(node.left, context.slots) || isHopeless(node.right, context.slots);
  const bounds = [errorBound(node.left, context.slots), errorBound(node.right, context.slots)] as const;
  const width = bandWidth(Math.max(bounds[0].factor, bounds[1].factor) + 1);
  const [sizeA, sizeB] = [left.size, right.size];
  const cancels = bounds[0].cancels || bounds[1].cancels;
  /** Inside the band rational arithmetic decides. */
  const settle = (s: State): Answer => {
    const sign = exactSign(node, s.read, s.exact);
    return Number.isNaN(sign) ? UNKNOWN : holds(sign) ? MET : NOT_MET;
  };
  const test = (s: State): Answer => {
    const [l, r] = [a(s), b(s)];
    const difference = l - r;
    if (hopeless) return settle(s);
    if (Number.isNaN(difference)) return UNKNOWN;
    const size = cancels ? sizeA(s) + sizeB(s) : Math.abs(l) + Math.abs(r);
    if (Math.abs(difference) <= width * size) return settle(s);
    return holds(difference) ? MET : NOT_MET;
  };
  return { test, blame };
}

function compileScoreCompare(node: Extract<TruthNode, { kind: 'scoreCompare' }>, context: TruthContext): CompiledTruth {
  const { score, threshold, op } = node;
  const holds = tests[op];
  const strict = op === '=' || op === '!=';
  return {
    test: (s) => {
      const [min, max] = [s.scoreMin[score]!, s.scoreMax[score]!];
      const low = holds(min - threshold);
      if (low !== holds(max - threshold) || (strict && min < threshold && threshold < max)) return UNKNOWN;
      return low ? MET : NOT_MET;
    },
    blame: (s, blame) => context.blameScore(score, s, blame),
  };
}
