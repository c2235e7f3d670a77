import { Rational } from '@forest/domain';
import type { RawChecks, RawTerm } from '../content/raw-check.ts';
import type { Comparison, NumberNode, Shown, TruthNode } from '../tree.ts';
import { comparison } from './bounds.ts';
import { dimensionOf } from './dimension.ts';
import { ContentFault } from './fault.ts';
import { wrongType } from './faults.ts';
import { operate } from './numbers.ts';
import { word } from './said.ts';
import type { Env } from './scope.ts';
import { readMeasure, readSpan, readTerm } from './term.ts';
import { located } from './thresholds.ts';
import { constant, numberOf, type Typed, typeNames } from './typed.ts';

type Dated = Extract<Typed, { type: 'date' }>;

function readDate(raw: RawTerm, env: Env, beside: Typed | null = null): Dated {
  const typed = beside ? readTerm(raw, env, beside) : readMeasure(raw, env);
  if (typed.type !== 'date') throw wrongType(typeNames.date, typed);
  return typed;
}

interface RawSpan {
  days?: RawTerm | undefined;
  months?: RawTerm | undefined;
  years?: RawTerm | undefined;
}

type Span = { days: number } | { months: number };

function spanOf(raw: RawSpan): Span {
  if (raw.days !== undefined) return { days: readSpan(raw.days, '天') };
  if (raw.months !== undefined) return { months: readSpan(raw.months, '个月') };
  if (raw.years !== undefined) return { months: readSpan(raw.years, '年') * 12 };
  throw new ContentFault(
    'span',
    { zh: '没有写时长', en: 'No span is given' },
    { zh: '写 days、months 或 years。', en: 'Give days, months or years.' },
  );
}

/** The date moved by whole months; only a fact can be moved, because each execution moves dates when it reads them. */
function movedByMonths(date: Dated, months: number, env: Env): NumberNode {
  const { slots, library } = env.scope.build;
  const slot = date.node.kind === 'slot' ? slots.slots[date.node.slot] : undefined;
  if (slot?.derive.as !== 'value')
    throw new ContentFault(
      'months-of-expression',
      { zh: '按月计算只能用于日期事实', en: 'Months can only be counted from a date fact' },
      { zh: '直接写日期事实的编号，或改用 days。', en: 'Name a date fact, or count in days.' },
    );
  return {
    kind: 'slot',
    slot: slots.add(library.dictionary.get(slot.fact)!, slot.yearOffset, { as: 'plusMonths', months }),
  };
}

const days = dimensionOf('天');

function elapsed(date: Dated, of: Dated): Typed {
  const said = word(`${date.said.zh}至${of.said.zh}的天数`, `days from ${date.said.en} to ${of.said.en}`);
  return numberOf(operate('subtract', of.node, date.node), days, said);
}

function dayCount(count: number): Typed {
  return numberOf(constant(Rational.of(count)), days, word(`${count} 天`, `${count} days`));
}

function monthWords(months: number): { zh: string; en: string } {
  return months % 12 === 0
    ? { zh: `${months / 12} 年`, en: `${months / 12} years` }
    : { zh: `${months} 个月`, en: `${months} months` };
}

/** Age by months: reads as the day on which the age is reached, compared with the reference day. */
function ageByMonths(date: Dated, of: Dated, months: number, op: Comparison, env: Env): TruthNode {
  const moved = movedByMonths(date, months, env);
  const words = monthWords(months);
  const shown: Shown = {
    text: { zh: `${date.said.zh}满 ${words.zh}之日`, en: `${date.said.en} plus ${words.en}` },
    measure: { kind: 'number', node: moved },
    op,
    required: [{ when: null, value: of.node, label: { zh: of.said.zh, en: of.said.en } }],
    unit: '日期',
  };
  return { kind: 'compare', op, left: moved, right: of.node, shown };
}

/** olderThan and youngerThan: strictly, unless `orEqual`. */
export function age(kind: 'olderThan' | 'youngerThan', raw: RawChecks['olderThan'], env: Env): TruthNode {
  const date = located(env, ['date'], (inner) => readDate(raw.date, inner));
  const of = located(env, ['of'], (inner) => readDate(raw.of ?? 'asOf', inner));
  const span = spanOf(raw);
  const older = kind === 'olderThan';
  if ('days' in span) {
    const op = older ? (raw.orEqual ? '>=' : '>') : raw.orEqual ? '<=' : '<';
    return comparison(elapsed(date, of), op, dayCount(span.days));
  }
  const op = older ? (raw.orEqual ? '<=' : '<') : raw.orEqual ? '>=' : '>';
  return ageByMonths(date, of, span.months, op, env);
}

/** The date lies on or before the reference day and no further back than the span, both ends included. */
export function within(raw: RawChecks['withinDays'], env: Env): TruthNode {
  const date = located(env, ['date'], (inner) => readDate(raw.date, inner));
  const of = located(env, ['of'], (inner) => readDate(raw.of ?? 'asOf', inner));
  const span = spanOf(raw);
  const recent =
    'days' in span
      ? comparison(elapsed(date, of), '<=', dayCount(span.days))
      : ageByMonths(date, of, span.months, '>=', env);
  return { kind: 'all', of: [comparison(date, '<=', of), recent] };
}

/** notBefore and notAfter: the bound itself passes. */
export function dateBound(op: '>=' | '<=', raw: RawChecks['notBefore'], env: Env): TruthNode {
  const date = located(env, ['date'], (inner) => readDate(raw.date, inner));
  const value = located(env, ['value'], (inner) => readDate(raw.value, inner, date));
  return comparison(date, op, value);
}
