import type { CheckName, RawCheck, RawChecks } from '../content/raw-check.ts';
import { nearestWords } from '../facts/nearest.ts';
import { formatQuantity } from '../render/quantity.ts';
import type { TruthNode } from '../tree.ts';
import { boundOps, boundsIn, comparison } from './bounds.ts';
import { age, dateBound, within } from './date-checks.ts';
import { flagIs, textList } from './fact-checks.ts';
import { ContentFault } from './fault.ts';
import { meets } from './meets.ts';
import { constantOf } from './numbers.ts';
import { type Env, guarded } from './scope.ts';
import { compoundGrowth, eachYear, growthEachYear } from './series-checks.ts';
import { readMeasure, readTerm } from './term.ts';
import { located, threshold } from './thresholds.ts';

function between(raw: RawChecks['between'], env: Env): TruthNode {
  const measure = located(env, ['measure'], (inner) => readMeasure(raw.measure, inner));
  const from = located(env, ['from'], (inner) => readTerm(raw.from, inner, measure));
  const to = located(env, ['to'], (inner) => readTerm(raw.to, inner, measure));
  return { kind: 'all', of: [comparison(measure, '>=', from), comparison(measure, '<=', to)] };
}

function score(raw: RawChecks['score'], env: Env): TruthNode {
  const { scope } = env;
  const index = scope.scoreIndex.get(raw.of);
  if (index === undefined) {
    const near = nearestWords(raw.of, scope.scoreIndex.keys());
    const known = near.length > 0 ? near : [...scope.scoreIndex.keys()];
    throw new ContentFault(
      'unknown-score',
      { zh: `没有评分 ${raw.of}`, en: `There is no score ${raw.of}` },
      { zh: `可用：${known.join('、') || '无'}`, en: `Known: ${known.join(', ') || 'none'}` },
    );
  }
  const title = scope.build.scores[index]!.title;
  const tests = boundsIn(raw).map((bound) =>
    located(env, [bound.name], (inner): TruthNode => {
      const value = readTerm(bound.raw, inner, null);
      const points = value.type === 'number' ? constantOf(value.node) : null;
      if (!points)
        throw new ContentFault(
          'score-threshold',
          { zh: '得分的界限应是一个数', en: 'The bound of a score must be a number' },
          { zh: '写成例如 70。', en: 'Write for instance 70.' },
        );
      const label = { zh: formatQuantity(points, '分', 'zh'), en: formatQuantity(points, '分', 'en') };
      return {
        kind: 'scoreCompare',
        op: bound.op,
        score: index,
        threshold: points.toNumber(),
        shown: {
          text: title,
          measure: { kind: 'score', score: index },
          op: bound.op,
          required: [{ when: null, value: { kind: 'constant', value: points }, label }],
          unit: '分',
        },
      };
    }),
  );
  return tests.length === 1 ? tests[0]! : { kind: 'all', of: tests };
}

const refused: TruthNode = { kind: 'constantTruth', value: false };

type Elaborators = { [name in CheckName]: (raw: RawChecks[name], env: Env) => TruthNode };

const elaborators: Elaborators = {
  atLeast: (raw, env) => threshold(boundOps.atLeast, raw, env),
  moreThan: (raw, env) => threshold(boundOps.moreThan, raw, env),
  atMost: (raw, env) => threshold(boundOps.atMost, raw, env),
  lessThan: (raw, env) => threshold(boundOps.lessThan, raw, env),
  equals: (raw, env) => threshold(boundOps.equals, raw, env),
  between,
  isTrue: (raw, env) => flagIs(true, raw, env),
  isFalse: (raw, env) => flagIs(false, raw, env),
  oneOf: (raw, env) => textList(raw, 'exact', true, env),
  noneOf: (raw, env) => textList(raw, 'exact', false, env),
  startsWith: (raw, env) => textList(raw, 'prefix', true, env),
  notStartsWith: (raw, env) => textList(raw, 'prefix', false, env),
  withinDays: within,
  withinMonths: within,
  notBefore: (raw, env) => dateBound('>=', raw, env),
  notAfter: (raw, env) => dateBound('<=', raw, env),
  olderThan: (raw, env) => age('olderThan', raw, env),
  youngerThan: (raw, env) => age('youngerThan', raw, env),
  growthEachYear,
  eachYear,
  compoundGrowth,
  score,
  holds: (raw, env) => flagIs(true, raw, env),
  meets,
  all: (raw, env) => group('all', raw, env),
  any: (raw, env) => group('any', raw, env),
  not: (raw, env) => ({ kind: 'not', of: elaborateCheck(raw, env) }),
};

/** Every member is read even when one is at fault, so that all faults are said at once. */
function group(kind: 'all' | 'any', raw: RawCheck[], env: Env): TruthNode {
  const of = raw.map((check, index) => {
    const path = [...env.path, index];
    return guarded(env.scope, path, refused, () => elaborateCheck(check, { ...env, path }));
  });
  return { kind, of };
}

function apply<Name extends CheckName>(name: Name, raw: RawChecks[Name], env: Env): TruthNode {
  return elaborators[name](raw, env);
}

/** One check of the palette as a truth over slots. @throws ContentFault. */
export function elaborateCheck(raw: RawCheck, env: Env): TruthNode {
  const [name, body] = Object.entries(raw)[0] as [CheckName, RawChecks[CheckName]];
  return located(env, [name], (inner) => apply(name, body as never, inner));
}
