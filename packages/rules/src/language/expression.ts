import { factUnits, parseDay, Rational } from '@forest/domain';
import type { Fact } from '../facts/dictionary.ts';
import type { Comparison, TruthNode } from '../tree.ts';
import type { Ast } from './ast.ts';
import { compareTyped } from './compare.ts';
import { dimensionOf, sameDimension } from './dimension.ts';
import { annualNeedsPeriod, unitMismatch, unknownFact, wrongArguments, wrongType } from './faults.ts';
import { elaborateMeasure } from './measure.ts';
import { arithmetic, asNumber, extreme, negate } from './numbers.ts';
import { parseExpression } from './parse.ts';
import { periodFunction } from './periods.ts';
import { comparisonSigns, inside, type Said, word } from './said.ts';
import type { Env } from './scope.ts';
import { shownThreshold } from './shown.ts';
import { constant, numberOf, type Typed, typeNames } from './typed.ts';

function readFact(fact: Fact, env: Env, at: Ast): Typed {
  if (fact.period === 'annual' && env.offset === null) throw annualNeedsPeriod(fact, at.from);
  const offset = fact.period === 'annual' ? env.offset : null;
  if (offset !== null) env.reads.annual = true;
  const slot = env.scope.build.slots.add(fact, offset);
  const said = word(fact.name.zh, fact.name.en);
  switch (factUnits[fact.unit].kind) {
    case 'number':
      return numberOf({ kind: 'slot', slot }, dimensionOf(fact.unit), said, fact.unit === '%');
    case 'date':
      return { type: 'date', node: { kind: 'slot', slot }, said };
    case 'flag': {
      const shown = flagShown(slot, said);
      return { type: 'truth', node: { kind: 'flag', slot, expected: true, shown }, said };
    }
    case 'text':
      return { type: 'text', slot, said };
  }
}

function flagShown(slot: number, said: Said) {
  const required = [{ when: null, value: null, label: { zh: '是', en: 'yes' } }];
  return { text: said, measure: { kind: 'flag' as const, slot }, op: 'is' as const, required, unit: '' };
}

export function dateLiteral(iso: string): Typed | null {
  const day = parseDay(iso);
  return day === null ? null : { type: 'date', node: constant(Rational.of(day)), said: word(iso, iso) };
}

function readName(ast: Extract<Ast, { kind: 'name' }>, env: Env): Typed {
  if (ast.name === 'asOf') return { type: 'date', node: { kind: 'asOf' }, said: word('判断日', 'the as-of date') };
  const measure = elaborateMeasure(ast.name, env, ast.from);
  if (measure) return measure;
  const fact = env.scope.build.library.dictionary.get(ast.name);
  if (!fact) throw unknownFact(env.scope.build.library.dictionary, ast.name, ast.from);
  return readFact(fact, env, ast);
}

export function asTruth(typed: Typed, offset: number): TruthNode {
  if (typed.type !== 'truth') throw wrongType(typeNames.truth, typed, offset);
  return typed.node;
}

/** For a test of presence: whether the first branch is the fact itself, rather than its substitute; null for other tests. */
function substitutes(test: TruthNode): boolean | null {
  if (test.kind === 'given') return true;
  if (test.kind === 'not') {
    const of = substitutes(test.of);
    return of === null ? null : !of;
  }
  if (test.kind !== 'all' && test.kind !== 'any') return null;
  const of = test.of.map(substitutes);
  return of.every((one) => one === of[0]) ? (of[0] ?? null) : null;
}

function conditional(ast: Extract<Ast, { kind: 'if' }>, env: Env): Typed {
  const when = elaborate(ast.when, env);
  const test = asTruth(when, ast.when.from);
  const then = elaborate(ast.then, env);
  const otherwise = elaborate(ast.otherwise, env);
  const substituted = substitutes(test);
  const said: Said =
    substituted !== null
      ? substituted
        ? then.said
        : otherwise.said
      : {
          zh: `若 ${when.said.zh} 则 ${then.said.zh}，否则 ${otherwise.said.zh}`,
          en: `if ${when.said.en} then ${then.said.en} else ${otherwise.said.en}`,
          level: 3,
        };
  if (then.type === 'truth') {
    const node: TruthNode = {
      kind: 'choose',
      cases: [{ when: test, then: then.node }],
      otherwise: asTruth(otherwise, ast.otherwise.from),
    };
    return { type: 'truth', node, said };
  }
  const [a, b] = [asNumber(then, ast.then.from), asNumber(otherwise, ast.otherwise.from)];
  if (!sameDimension(a.dimension, b.dimension)) throw unitMismatch(a.dimension, b.dimension, ast.otherwise.from);
  const dimension = a.dimension === 'any' ? b.dimension : a.dimension;
  const cases = [{ when: test, value: a.node }];
  return numberOf({ kind: 'cases', cases, otherwise: b.node }, dimension, said, a.percent || b.percent);
}

function logic(ast: Extract<Ast, { kind: 'logic' }>, env: Env): Typed {
  const parts = ast.of.map((part) => elaborate(part, env));
  const kind = ast.op === 'and' ? 'all' : 'any';
  const of = parts.flatMap((part, index) => {
    const node = asTruth(part, ast.of[index]!.from);
    return node.kind === kind ? node.of : [node];
  });
  const [zh, en] = ast.op === 'and' ? ['且', 'and'] : ['或', 'or'];
  const said: Said = {
    zh: parts.map((part) => part.said.zh).join(` ${zh} `),
    en: parts.map((part) => part.said.en).join(` ${en} `),
    level: 3,
  };
  return { type: 'truth', node: { kind, of }, said };
}

function call(ast: Extract<Ast, { kind: 'call' }>, env: Env): Typed {
  const { name, args } = ast;
  const numbers = () => args.map((arg) => asNumber(elaborate(arg, env), arg.from));
  switch (name) {
    case 'min':
    case 'max':
      if (args.length < 2) throw wrongArguments(name, `${name}(a, b)`, ast.from);
      return extreme(name, numbers(), ast.from);
    case 'not': {
      if (args.length !== 1) throw wrongArguments(name, 'not(condition)', ast.from);
      const of = elaborate(args[0]!, env);
      const text = inside(of.said, 0);
      const said: Said = { zh: `非 ${text.zh}`, en: `not ${text.en}`, level: 0 };
      return { type: 'truth', node: { kind: 'not', of: asTruth(of, args[0]!.from) }, said };
    }
    case 'date': {
      const text = args[0];
      const day = args.length === 1 && text?.kind === 'string' ? dateLiteral(text.text) : null;
      if (!day) throw wrongArguments(name, 'date("2016-01-01")', ast.from);
      return day;
    }
    case 'days between': {
      if (args.length !== 2) throw wrongArguments(name, 'days between(from, to)', ast.from);
      const [from, to] = [elaborate(args[0]!, env), elaborate(args[1]!, env)];
      if (from.type !== 'date') throw wrongType(typeNames.date, from, args[0]!.from);
      if (to.type !== 'date') throw wrongType(typeNames.date, to, args[1]!.from);
      const said = word(`${from.said.zh}至${to.said.zh}的天数`, `days from ${from.said.en} to ${to.said.en}`);
      return { ...arithmetic('-', to, from, ast), said };
    }
    case 'year': {
      const of = args.length === 1 ? elaborate(args[0]!, env) : null;
      if (of?.type !== 'date') throw wrongArguments(name, 'year(date)', ast.from);
      return yearOfDate(of, env, ast);
    }
    default: {
      const made = periodFunction(ast, env);
      if (!made)
        throw wrongArguments(
          name,
          'sum, average, growth, compound growth, latest, value, operating years, days between, year, min, max, not',
          ast.from,
        );
      return made;
    }
  }
}

function yearOfDate(of: Extract<Typed, { type: 'date' }>, env: Env, ast: Ast): Typed {
  const said = word(`${of.said.zh}所在年份`, `year of ${of.said.en}`);
  const years = dimensionOf('年');
  if (of.node.kind === 'asOf') return numberOf({ kind: 'asOfYear' }, years, said);
  if (of.node.kind !== 'slot') throw wrongArguments('year', 'year(dateFact)', ast.from);
  const { slots, library } = { slots: env.scope.build.slots, library: env.scope.build.library };
  const slot = slots.slots[of.node.slot]!;
  const moved = slots.add(library.dictionary.get(slot.fact)!, slot.yearOffset, { as: 'year' });
  return numberOf({ kind: 'slot', slot: moved }, years, said);
}

function withShown(node: TruthNode, left: Typed, op: Comparison, right: Typed): TruthNode {
  return node.kind === 'compare' ? { ...node, shown: shownThreshold(left, op, right) } : node;
}

/** `fact = null` asks whether a fact is missing; it chooses a substitute and never leaves a verdict unknown. */
function nullTest(ast: Extract<Ast, { kind: 'compare' }>, env: Env): Typed {
  const tested = ast.left.kind === 'null' ? ast.right : ast.left;
  const of = elaborate(tested, env);
  const slot = slotOf(of);
  if (slot === null || (ast.op !== '=' && ast.op !== '!=')) throw wrongArguments('null', 'fact = null', ast.from);
  const given: TruthNode = { kind: 'given', slot };
  const said: Said =
    ast.op === '='
      ? { zh: `未填${of.said.zh}`, en: `${of.said.en} is missing`, level: 3 }
      : { zh: `已填${of.said.zh}`, en: `${of.said.en} is given`, level: 3 };
  return { type: 'truth', node: ast.op === '=' ? { kind: 'not', of: given } : given, said };
}

function slotOf(typed: Typed): number | null {
  if (typed.type === 'text') return typed.slot;
  if (typed.type === 'truth') return typed.node.kind === 'flag' ? typed.node.slot : null;
  return 'node' in typed && typed.node.kind === 'slot' ? typed.node.slot : null;
}

/** Gives names, kinds and units to a parsed expression. @throws ContentFault. */
export function elaborate(ast: Ast, env: Env): Typed {
  switch (ast.kind) {
    case 'number':
      return numberOf(constant(Rational.of(ast.text)), 'any', word(ast.text, ast.text));
    case 'string':
      return { type: 'textLiteral', value: ast.text, said: word(`“${ast.text}”`, `“${ast.text}”`) };
    case 'boolean':
      return {
        type: 'truth',
        node: { kind: 'constantTruth', value: ast.value },
        said: word(ast.value ? '是' : '否', ast.value ? 'yes' : 'no'),
      };
    case 'name':
      return readName(ast, env);
    case 'negate':
      return negate(asNumber(elaborate(ast.of, env), ast.of.from));
    case 'arithmetic':
      return arithmetic(ast.op, elaborate(ast.left, env), elaborate(ast.right, env), ast);
    case 'null':
      throw wrongArguments('null', 'fact = null', ast.from);
    case 'compare': {
      if (ast.left.kind === 'null' || ast.right.kind === 'null') return nullTest(ast, env);
      const [left, right] = [elaborate(ast.left, env), elaborate(ast.right, env)];
      const node = withShown(compareTyped(left, ast.op, right, ast.from), left, ast.op, right);
      const said: Said = {
        zh: `${left.said.zh} ${comparisonSigns[ast.op]} ${right.said.zh}`,
        en: `${left.said.en} ${comparisonSigns[ast.op]} ${right.said.en}`,
        level: 3,
      };
      return { type: 'truth', node, said };
    }
    case 'logic':
      return logic(ast, env);
    case 'if':
      return conditional(ast, env);
    case 'call':
      return call(ast, env);
  }
}

/** Parses and elaborates; an expression is read in the scalar place unless the surroundings give a year. */
export function readExpression(text: string, env: Env): Typed {
  return elaborate(parseExpression(text), env);
}
