import type { ScoreNode, TruthNode } from '../tree.ts';
import type { SqlTruth } from './query.ts';
import type { SqlContext } from './to-sql.ts';
import { openBranches } from './truth.ts';

interface Ends {
  min: string;
  max: string;
}

export function sqlScore(c: SqlContext, score: number): Ends {
  return c.query.scoreOnce(score, () => {
    const { id, node } = c.query.tree.scores[score]!;
    const subject = c.query.subject;
    c.query.subject = id;
    const ends = scoreEnds(c, node);
    c.query.subject = subject;
    return ends;
  });
}

function scoreEnds(c: SqlContext, node: ScoreNode): Ends {
  if (node.kind === 'cases') return casesEnds(c, node);
  const parts = node.of.map((of) => scoreEnds(c, of));
  const join = (ends: string[]) => {
    if (node.kind === 'best') return `greatest(${ends.join(', ')})`;
    const sum = ends.join(' + ') || '0';
    return node.cap === null ? sum : `least(${node.cap}, ${sum})`;
  };
  return named(c, node.id, join(parts.map((p) => p.min)), join(parts.map((p) => p.max)));
}

/** Least and most points among the branches still possible: a branch that is not gives null, which least() skips. */
function casesEnds(c: SqlContext, node: Extract<ScoreNode, { kind: 'cases' }>): Ends {
  const open = openBranches(
    c,
    node.cases.map(({ when }) => when),
  );
  const points = [...node.cases.map((one) => one.points), node.otherwise];
  const hull = (end: 0 | 1) => {
    const candidates = points.map((p, k) =>
      open[k] === 'true' ? `${p[end]}` : `case when ${open[k]} then ${p[end]} end`,
    );
    return `${end === 0 ? 'least' : 'greatest'}(${candidates.join(', ')})`;
  };
  const computed = named(c, node.id, hull(0), hull(1));
  if (node.pinned === null) return computed;
  const given = c.slot(node.pinned);
  const clamped = c.query.define(`${node.id} given`, `least(${computed.max}, greatest(${computed.min}, ${given}))`);
  const orElse = (end: string) => `case when ${given} is null then ${end} else ${clamped} end`;
  return named(c, node.id, orElse(computed.min), orElse(computed.max));
}

function named(c: SqlContext, id: string, min: string, max: string): Ends {
  return { min: c.query.define(`${id} min`, min), max: c.query.define(`${id} max`, max) };
}

export function sqlScoreCompare(c: SqlContext, node: Extract<TruthNode, { kind: 'scoreCompare' }>): SqlTruth {
  const { min, max } = sqlScore(c, node.score);
  const t = node.threshold;
  const [yes, no] = {
    '>=': [`${min} >= ${t}`, `${max} < ${t}`],
    '>': [`${min} > ${t}`, `${max} <= ${t}`],
    '<=': [`${max} <= ${t}`, `${min} > ${t}`],
    '<': [`${max} < ${t}`, `${min} >= ${t}`],
    '=': [`${min} = ${t} and ${max} = ${t}`, `${min} > ${t} or ${max} < ${t}`],
    '!=': [`${min} > ${t} or ${max} < ${t}`, `${min} = ${t} and ${max} = ${t}`],
  }[node.op];
  return `case when ${yes} then true when ${no} then false end`;
}
