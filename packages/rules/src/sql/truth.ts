import type { TruthNode } from '../tree.ts';
import { overOneDenominator, sqlNumber } from './number.ts';
import type { SqlTruth } from './query.ts';
import { sqlScoreCompare } from './score.ts';
import type { SqlContext } from './to-sql.ts';

/** SQL's own three-valued logic is the rules' logic. */
export function sqlTruth(c: SqlContext, node: TruthNode): SqlTruth {
  switch (node.kind) {
    case 'constantTruth':
      return node.value ? 'true' : 'false';
    case 'compare': {
      const [left, right] = overOneDenominator(c, sqlNumber(c, node.left), sqlNumber(c, node.right));
      return `(${left} ${node.op === '!=' ? '<>' : node.op} ${right})`;
    }
    case 'flag':
      return node.expected ? c.slot(node.slot) : `(not ${c.slot(node.slot)})`;
    case 'given':
      return `(${c.slot(node.slot)} is not null)`;
    case 'textIn': {
      const text = c.slot(node.slot);
      const tests = node.values.map((value) => {
        const wanted = c.query.parameter(value, 'text');
        return node.match === 'exact' ? `${text} = ${wanted}` : `starts_with(${text}, ${wanted})`;
      });
      return `case when ${text} is not null then ${tests.length === 0 ? 'false' : tests.join(' or ')} end`;
    }
    case 'not':
      return `(not ${part(c, node.of)})`;
    case 'all':
      return node.of.length === 0 ? 'true' : `(${node.of.map((of) => part(c, of)).join(' and ')})`;
    case 'any':
      return node.of.length === 0 ? 'false' : `(${node.of.map((of) => part(c, of)).join(' or ')})`;
    case 'choose':
      return sqlChoose(c, node);
    case 'scoreCompare':
      return sqlScoreCompare(c, node);
  }
}

function part(c: SqlContext, node: TruthNode): string {
  return c.query.define('part', sqlTruth(c, node));
}

/** Tests in order, each with the condition under which its branch is still possible; the last one is `otherwise`. */
export function openBranches(c: SqlContext, tests: readonly TruthNode[]): string[] {
  const whens = tests.map((test) => c.query.define('when', sqlTruth(c, test)));
  return [...whens, null].map((when, k) => {
    const reached = whens.slice(0, k).map((earlier) => `${earlier} is not true`);
    const possible = when === null ? [] : [`${when} is not false`];
    return [...reached, ...possible].join(' and ') || 'true';
  });
}

function sqlChoose(c: SqlContext, node: Extract<TruthNode, { kind: 'choose' }>): SqlTruth {
  const open = openBranches(
    c,
    node.cases.map(({ when }) => when),
  );
  const thens = [...node.cases.map(({ then }) => then), node.otherwise].map((then) => part(c, then));
  const every = (wanted: string) => thens.map((then, k) => `(not (${open[k]}) or ${then} is ${wanted})`).join(' and ');
  return `case when ${every('true')} then true when ${every('false')} then false end`;
}
