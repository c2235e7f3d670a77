import type { SyntaxNode } from '@lezer/common';
import { parser } from 'lezer-feel';
import type { Comparison } from '../tree.ts';
import type { Ast } from './ast.ts';
import { ContentFault } from './fault.ts';

const expressions = parser.configure({ top: 'Expression' });

const comparisons: Record<string, Comparison> = { '>=': '>=', '>': '>', '<=': '<=', '<': '<', '=': '=', '!=': '!=' };

function refuse(node: SyntaxNode, source: string): ContentFault {
  const piece = source.slice(node.from, Math.max(node.to, node.from + 1)) || source;
  return new ContentFault(
    'expression-outside-subset',
    { zh: `表达式写法不在支持的 FEEL 子集内：${piece}`, en: `Not in the supported subset of FEEL: ${piece}` },
    {
      zh: '只用四则运算、比较、and/or/not()、if…then…else、min/max 与期间函数，见 packages/rules/LANGUAGE.md。',
      en: 'Use arithmetic, comparisons, and/or/not(), if…then…else, min/max and the period functions of packages/rules/LANGUAGE.md.',
    },
    node.from,
  );
}

function syntaxFault(at: number, source: string): ContentFault {
  const rest = source.slice(at).trim();
  const unit = /^(万|亿|元|人|件|项|家|个|年|天|分|%|平方米)/.test(rest);
  return new ContentFault(
    'expression-syntax',
    rest
      ? { zh: `表达式读不懂：在“${rest}”处`, en: `The expression cannot be read at “${rest}”` }
      : { zh: '表达式没有写完', en: 'The expression ends too early' },
    unit
      ? {
          zh: '表达式内的数按事实的单位书写，不带单位；带单位的数写在 value、atMost 等参数里。',
          en: 'Inside expressions write numbers in the unit of the facts, without it; quantities with units belong in value, atMost and the like.',
        }
      : { zh: '检查括号、运算符和函数名。', en: 'Check brackets, operators and function names.' },
    at,
  );
}

function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

function convert(node: SyntaxNode, source: string): Ast {
  const span = { from: node.from, to: node.to };
  const text = source.slice(node.from, node.to);
  const kids = children(node);
  const at = (index: number) => convert(kids[index]!, source);
  switch (node.name) {
    case 'Expression':
      return at(0);
    case 'ParenthesizedExpression':
      return at(1);
    case 'NumericLiteral':
      return { ...span, kind: 'number', text: text.replaceAll(/\s/g, '') };
    case 'StringLiteral':
      return { ...span, kind: 'string', text: text.slice(1, -1).replaceAll('\\"', '"') };
    case 'BooleanLiteral':
      return { ...span, kind: 'boolean', value: text === 'true' };
    case 'null':
      return { ...span, kind: 'null' };
    case 'VariableName':
      return { ...span, kind: 'name', name: text.trim() };
    case 'ArithmeticExpression': {
      if (kids.length === 2) return { ...span, kind: 'negate', of: at(1) };
      const op = source.slice(kids[1]!.from, kids[1]!.to);
      if (op !== '+' && op !== '-' && op !== '*' && op !== '/') throw refuse(kids[1]!, source);
      return { ...span, kind: 'arithmetic', op, left: at(0), right: at(2) };
    }
    case 'Comparison': {
      const op = comparisons[source.slice(kids[1]!.from, kids[1]!.to)];
      if (!op || kids.length !== 3) throw refuse(kids[1]!, source);
      return { ...span, kind: 'compare', op, left: at(0), right: at(2) };
    }
    case 'Conjunction':
    case 'Disjunction':
      return { ...span, kind: 'logic', op: node.name === 'Conjunction' ? 'and' : 'or', of: [at(0), at(2)] };
    case 'IfExpression':
      return { ...span, kind: 'if', when: at(1), then: at(3), otherwise: at(5) };
    case 'FunctionInvocation': {
      const list = kids.find((kid) => kid.name === 'PositionalParameters');
      if (!list && kids.length > 3) throw refuse(node, source);
      const name = source.slice(kids[0]!.from, kids[0]!.to).replaceAll(/\s+/g, ' ').trim();
      return { ...span, kind: 'call', name, args: list ? children(list).map((kid) => convert(kid, source)) : [] };
    }
    default:
      throw refuse(node, source);
  }
}

/**
 * Reads one expression of the FEEL subset.
 * @throws ContentFault with the character at which reading stopped.
 */
export function parseExpression(source: string): Ast {
  const tree = expressions.parse(source);
  let wrong = -1;
  tree.iterate({
    enter: (node) => {
      if (node.type.isError && wrong < 0) wrong = node.from;
    },
  });
  if (wrong >= 0) throw syntaxFault(wrong, source);
  return convert(tree.topNode, source);
}
