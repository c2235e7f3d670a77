import { Rational } from '@forest/domain';
import type { NumberNode } from '../tree.ts';
import type { Ast } from './ast.ts';
import { dimensionOf, ratio } from './dimension.ts';
import { elaborate } from './expression.ts';
import { ContentFault } from './fault.ts';
import { wrongArguments } from './faults.ts';
import { asNumber, operate, positiveBase } from './numbers.ts';
import { inside, lastYears, type Said, word, yearAt } from './said.ts';
import type { Env } from './scope.ts';
import { constant, numberOf, type Typed, type TypedNumber } from './typed.ts';

/** Fact from which the years of operation are counted. */
const registration = 'registrationDate';
const longest = 20;

/** A span of years back from the year at hand; `operating` shortens it to the years since registration. */
interface Window {
  years: number;
  operating: boolean;
}

function notSeries(at: Ast): ContentFault {
  return new ContentFault(
    'not-a-series',
    { zh: '此处要逐年的数据，得到的是一个值', en: 'A yearly series is wanted here, this is a single value' },
    { zh: '用年度事实，或声明为 each year 的指标。', en: 'Use an annual fact, or a measure declared with each year.' },
    at.from,
  );
}

/** An expression read at one year, counted back from the year at hand. */
export function atYear(series: Ast, env: Env, back: number): Typed {
  const reads = { annual: false };
  const typed = elaborate(series, { ...env, offset: (env.offset ?? 0) - back, reads });
  if (!reads.annual) throw notSeries(series);
  env.reads.annual = true;
  return typed;
}

function wholeNumber(ast: Ast | undefined): number | null {
  if (ast?.kind === 'negate') {
    const inner = wholeNumber(ast.of);
    return inner === null ? null : -inner;
  }
  return ast?.kind === 'number' && /^-?\d+$/.test(ast.text) ? Number(ast.text) : null;
}

function windowOf(ast: Ast | undefined, usage: string, at: number): Window {
  const operating = ast?.kind === 'call' && ast.name === 'operating years' && ast.args.length === 1;
  const years = wholeNumber(operating ? ast.args[0] : ast);
  if (years === null || years < 1 || years > longest) throw wrongArguments('years', usage, at);
  return { years, operating };
}

/** What to take for each possible length of the window, by the year of registration. */
function byOperatingYears(window: Window, env: Env, at: number, make: (years: number) => NumberNode): NumberNode {
  if (!window.operating || window.years === 1) return make(window.years);
  const { dictionary } = env.scope.build.library;
  const fact = dictionary.get(registration);
  if (!fact)
    throw new ContentFault(
      'no-registration-date',
      { zh: `operating years 需要事实 ${registration}`, en: `operating years needs the fact ${registration}` },
      { zh: '把它加入 facts.yaml，单位为日期。', en: 'Add it to facts.yaml with the unit 日期.' },
      at,
    );
  const slot = env.scope.build.slots.add(fact, null, { as: 'year', ifMissing: 0 });
  const base = env.offset ?? 0;
  const cases = [];
  for (let years = window.years; years > 1; years--) {
    const limit = operate('subtract', { kind: 'asOfYear' }, constant(Rational.of(years - base)));
    cases.push({
      when: { kind: 'compare' as const, op: '<=' as const, left: { kind: 'slot' as const, slot }, right: limit },
      value: make(years),
    });
  }
  return { kind: 'cases', cases, otherwise: make(1) };
}

function gathered(ast: Extract<Ast, { kind: 'call' }>, env: Env, average: boolean): TypedNumber {
  const usage = `${ast.name}(series, years)`;
  const series = ast.args[0];
  if (!series || ast.args.length !== 2) throw wrongArguments(ast.name, usage, ast.from);
  const window = windowOf(ast.args[1], usage, ast.from);
  const terms = Array.from({ length: window.years }, (_, back) => asNumber(atYear(series, env, back), series.from));
  const total = (years: number): NumberNode => {
    const sum = terms
      .slice(0, years)
      .reduce<NumberNode | null>((left, term) => (left ? operate('add', left, term.node) : term.node), null)!;
    return average && years > 1 ? operate('divide', sum, constant(Rational.of(years))) : sum;
  };
  const first = terms[0]!;
  const years = lastYears(window.years);
  const text = inside(first.said, 0);
  const zh = `${years.zh}${text.zh}${average ? '平均值' : '合计'}`;
  const en = `${average ? 'average' : 'total'} of ${text.en} over the ${years.en}`;
  return numberOf(byOperatingYears(window, env, ast.from, total), first.dimension, word(zh, en), first.percent);
}

function single(ast: Extract<Ast, { kind: 'call' }>, env: Env): Typed {
  const usage = ast.name === 'latest' ? 'latest(series)' : 'value(series, -1)';
  const series = ast.args[0];
  const offset = ast.name === 'latest' ? 0 : wholeNumber(ast.args[1]);
  if (
    !series ||
    ast.args.length !== (ast.name === 'latest' ? 1 : 2) ||
    offset === null ||
    offset > 0 ||
    offset < -longest
  )
    throw wrongArguments(ast.name, usage, ast.from);
  const typed = atYear(series, env, -offset);
  const when = yearAt(offset);
  const text = inside(typed.said, 0);
  const said: Said = word(`${when.zh}${text.zh}`, `${text.en} of ${offset === 0 ? 'the last year' : when.en}`);
  return { ...typed, said };
}

/** latest ÷ previous − 1, undefined unless the base is positive. */
export function growthBetween(from: TypedNumber, to: TypedNumber, said: Said): TypedNumber {
  const quotient = operate('divide', to.node, positiveBase(from.node));
  return numberOf(operate('subtract', quotient, constant(Rational.one)), ratio, said, true);
}

function growth(ast: Extract<Ast, { kind: 'call' }>, env: Env): TypedNumber {
  const series = ast.args[0];
  if (!series || ast.args.length !== 1) throw wrongArguments(ast.name, 'growth(series)', ast.from);
  const to = asNumber(atYear(series, env, 0), series.from);
  const from = asNumber(atYear(series, env, 1), series.from);
  const text = inside(to.said, 0);
  return growthBetween(from, to, word(`最近一年${text.zh}增长率`, `growth of ${text.en} in the last year`));
}

/** Compound yearly rate over `periods`, kept as its two ends: it is only ever compared, never rooted. */
export function compound(series: Ast, env: Env, periods: number): TypedNumber {
  const to = asNumber(atYear(series, env, 0), series.from);
  const from = asNumber(atYear(series, env, periods), series.from);
  const text = inside(to.said, 0);
  const years = lastYears(periods);
  const said = word(`${years.zh}${text.zh}复合增长率`, `compound growth of ${text.en} over the ${years.en}`);
  const node: NumberNode = { kind: 'undefined', reason: said };
  return { ...numberOf(node, ratio, said, true), growth: { from: from.node, to: to.node, periods } };
}

/** @returns undefined when the name is not one of the period functions. */
export function periodFunction(ast: Extract<Ast, { kind: 'call' }>, env: Env): Typed | undefined {
  switch (ast.name) {
    case 'sum':
      return gathered(ast, env, false);
    case 'average':
      return gathered(ast, env, true);
    case 'latest':
    case 'value':
      return single(ast, env);
    case 'growth':
      return growth(ast, env);
    case 'compound growth': {
      const periods = wholeNumber(ast.args[1]);
      if (!ast.args[0] || periods === null || periods < 1 || periods > longest)
        throw wrongArguments(ast.name, 'compound growth(series, periods)', ast.from);
      return compound(ast.args[0], env, periods);
    }
    case 'operating years': {
      const window = windowOf({ ...ast }, 'operating years(n)', ast.from);
      const node = byOperatingYears(window, env, ast.from, (years) => constant(Rational.of(years)));
      return numberOf(node, dimensionOf('年'), word('经营年数', 'years of operation'));
    }
    default:
      return undefined;
  }
}
