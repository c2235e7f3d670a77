import { holds } from '../exact/logic.ts';
import type { TruthNode } from '../tree.ts';
import { compileCompare } from './compile-compare.ts';
import type { NumberContext } from './compile-number.ts';
import { keptAnswer } from './kept.ts';
import { type Answer, type Blame, MET, NOT_MET, type State, UNKNOWN } from './state.ts';

export interface CompiledTruth {
  test: (state: State) => Answer;
  /** Names what an unknown answer comes from, as far as it matters. */
  blame: (state: State, blame: Blame) => void;
  /** Whether the test can leave floats unsure (see CompiledNumber). */
  mayDoubt: boolean;
}

export interface TruthContext extends NumberContext {
  blameScore: (score: number, state: State, blame: Blame) => void;
}

const nothing = () => {};

export function compileTruth(node: TruthNode, context: TruthContext): CompiledTruth {
  switch (node.kind) {
    case 'constantTruth': {
      const answer = node.value ? MET : NOT_MET;
      return { test: () => answer, blame: nothing, mayDoubt: false };
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
        mayDoubt: false,
      };
    }
    case 'given': {
      const { slot } = node;
      const test: CompiledTruth['test'] =
        context.slots[slot]!.kind === 'text'
          ? (s) => (s.row.texts[slot] === undefined ? NOT_MET : MET)
          : (s) => (Number.isNaN(s.numbers[slot]!) ? NOT_MET : MET);
      return { test, blame: nothing, mayDoubt: false };
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
        mayDoubt: of.mayDoubt,
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
    mayDoubt: false,
  };
}

function compileGroup(nodes: TruthNode[], decides: Answer, otherwise: Answer, context: TruthContext): CompiledTruth {
  const of = nodes.map(context.truth);
  const mayDoubt = of.some((one) => one.mayDoubt);
  return {
    mayDoubt,
    test: keptAnswer((s) => {
      let answer = otherwise;
      for (let i = 0; i < of.length; i++) {
        const one = of[i]!.test(s);
        if (one === decides) return decides;
        if (one === UNKNOWN) answer = UNKNOWN;
      }
      return answer;
    }, mayDoubt),
    blame: (s, blame) => {
      for (const one of of) if (one.test(s) === UNKNOWN) one.blame(s, blame);
    },
  };
}

function compileChoose(node: Extract<TruthNode, { kind: 'choose' }>, context: TruthContext): CompiledTruth {
  const cases = node.cases.map(({ when, then }) => ({ when: context.truth(when), then: context.truth(then) }));
  const otherwise = context.truth(node.otherwise);
  const mayDoubt = otherwise.mayDoubt || cases.some((one) => one.when.mayDoubt || one.then.mayDoubt);
  return {
    mayDoubt,
    test: keptAnswer((s) => {
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
    }, mayDoubt),
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

function compileScoreCompare(node: Extract<TruthNode, { kind: 'scoreCompare' }>, context: TruthContext): CompiledTruth {
  const { score, threshold, op } = node;
  const strict = op === '=' || op === '!=';
  return {
    test: (s) => {
      const [min, max] = [s.scoreMin[score]!, s.scoreMax[score]!];
      const low = holds(op, min - threshold);
      if (low !== holds(op, max - threshold) || (strict && min < threshold && threshold < max)) return UNKNOWN;
      return low ? MET : NOT_MET;
    },
    blame: (s, blame) => context.blameScore(score, s, blame),
    mayDoubt: false,
  };
}
