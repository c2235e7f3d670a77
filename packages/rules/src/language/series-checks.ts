import { parseQuantity, Rational } from '@forest/domain';
import type { RawChecks } from '../content/raw-check.ts';
import type { TruthNode } from '../tree.ts';
import { boundsIn, comparison, withinBounds } from './bounds.ts';
import { compareTyped } from './compare.ts';
import { asNumber, operate, positiveBase } from './numbers.ts';
import { parseExpression } from './parse.ts';
import { atYear, compound, growthBetween } from './periods.ts';
import { word, yearAt } from './said.ts';
import type { Env } from './scope.ts';
import { shownThreshold } from './shown.ts';
import { readTerm } from './term.ts';
import { located } from './thresholds.ts';
import { constant, numberOf } from './typed.ts';

/** Growth of every one of the last `years` years, each against the year before; decided as to ⋈ from × (1 + r). */
export function growthEachYear(raw: RawChecks['growthEachYear'], env: Env): TruthNode {
  const series = located(env, ['series'], () => parseExpression(String(raw.series)));
  const bounds = boundsIn(raw).length > 0 ? boundsIn(raw) : [{ name: 'moreThan' as const, op: '>' as const, raw: 0 }];
  const tests = Array.from({ length: raw.years }, (_, back) => {
    const [from, to] = located(env, ['series'], (inner) => [
      asNumber(atYear(series, inner, back + 1), 0),
      asNumber(atYear(series, inner, back), 0),
    ]);
    const when = yearAt(-back);
    const words = word(`${when.zh}${to.said.zh}增长率`, `growth of ${to.said.en}, ${when.en}`);
    const rate = growthBetween(from, to, words);
    return bounds.map((bound): TruthNode => {
      const limit = located(env, [bound.name], (inner) => readTerm(percentOf(bound.raw), inner, rate));
      const factor = operate('add', constant(Rational.one), asNumber(limit, 0).node);
      const needed = numberOf(operate('multiply', positiveBase(from.node), factor), to.dimension, words);
      const node = compareTyped(to, bound.op, needed);
      return node.kind === 'compare' ? { ...node, shown: shownThreshold(rate, bound.op, limit) } : node;
    });
  });
  const of = tests.flat();
  return of.length === 1 ? of[0]! : { kind: 'all', of };
}

/** A bare 0 reads better as 0 % beside a growth rate. */
function percentOf(raw: string | number): string | number {
  const quantity = parseQuantity(raw);
  return quantity && !quantity.unit && quantity.value.sign() === 0 ? '0%' : raw;
}

/** The series lies within the bounds in every one of the last `years` years. */
export function eachYear(raw: RawChecks['eachYear'], env: Env): TruthNode {
  const series = located(env, ['series'], () => parseExpression(String(raw.series)));
  const of = Array.from({ length: raw.years }, (_, back) => {
    const value = located(env, ['series'], (inner) => asNumber(atYear(series, inner, back), 0));
    const when = yearAt(-back);
    return withinBounds(
      { ...value, said: word(`${when.zh}${value.said.zh}`, `${value.said.en}, ${when.en}`) },
      raw,
      env,
    ).node;
  });
  return of.length === 1 ? of[0]! : { kind: 'all', of };
}

export function compoundGrowth(raw: RawChecks['compoundGrowth'], env: Env): TruthNode {
  const measure = located(env, ['series'], (inner) =>
    compound(parseExpression(String(raw.series)), inner, raw.periods),
  );
  const tests = boundsIn(raw).map((bound) =>
    located(env, [bound.name], (inner) =>
      comparison(measure, bound.op, readTerm(percentOf(bound.raw), inner, measure)),
    ),
  );
  return tests.length === 1 ? tests[0]! : { kind: 'all', of: tests };
}
