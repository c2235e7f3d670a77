import type { OutcomeNode, RuleTree } from '../tree.ts';
import { emitScore } from './emit-score.ts';
import { conjunction, emitTruth, inverse } from './emit-truth.ts';
import { BITS, type Bits, type CompareNode, Emitter, type Mode, type TextTestUse } from './emitter.ts';
import { identifier, Names } from './names.ts';
import { withoutUnused } from './unused.ts';

/** Source text of a function over columns, with what has to be passed to it. */
export interface Generated {
  /** Text of one function expression. */
  source: string;
  /** Slots whose columns are passed, in order. */
  slots: number[];
  textTests: TextTestUse[];
  comparisons: CompareNode[];
}

/** Parameters before the columns, in order. `nearRows` lists the rows to settle, or takes those that are too near. */
const LEADING = ['from', 'to', 'asOf', 'asOfYear', 'nearRows', 'exactly', 'verdict', 'met', 'notMet', 'grade'];

/**
 * Writes the loop of one rule. `fast`: judges rows `from`..`to`, notes in `nearRows` those whose floats came too near
 * to a threshold and returns how many. `settling`: judges the rows that `nearRows[from..to]` lists.
 */
export function generate(tree: RuleTree, mode: Mode): Generated {
  const names = new Names();
  const e = new Emitter(tree, mode, names);
  const criteria = tree.criteria.map((criterion): Bits => {
    e.comment(`${criterion.id} ${criterion.title.zh}（${criterion.document} ${criterion.article}）`);
    e.subject = identifier(criterion.id);
    return emitTruth(e, criterion.test);
  });
  const ends = tree.scores.flatMap((score) => {
    e.comment(`${score.id} ${score.title.zh}`);
    e.subject = identifier(score.id);
    const { min, max } = emitScore(e, score.node);
    return [
      { array: names.unique(`${e.subject}_least`), code: min },
      { array: names.unique(`${e.subject}_most`), code: max },
    ];
  });
  e.comment('outcome: 0 not met, 1 unknown, 2 met');
  e.subject = 'outcome';
  const masks = {
    met: e.define('met_mask', mask(criteria.map((c) => c.met))),
    not: e.define('not_mask', mask(criteria.map((c) => c.not))),
  };
  const outcome = outcomeBits(tree.outcome, criteria, masks);
  e.lines.push(`verdict[i] = 1 + ${outcome.met} - ${outcome.not};`);
  e.lines.push(`met[i] = ${masks.met};`);
  e.lines.push(`notMet[i] = ${masks.not};`);
  for (const { array, code } of ends) e.lines.push(`${array}[i] = ${code};`);
  if (tree.grades.length > 0) e.lines.push(`grade[i] = ${gradeIndex(e, tree, criteria, masks)};`);

  const slots = [...e.slots.entries()];
  const loads = slots.map(([, { local, column }]) => `const ${local} = ${column}[i];`);
  const parameters = [
    ...LEADING,
    ...ends.map((end) => end.array),
    ...slots.map(([, { column }]) => column),
    ...e.textTests.map((t) => t.table),
  ];
  const name = `judge_${identifier(`${tree.rule}_${tree.version}`)}`;
  const body = [...loads, ...withoutUnused(e.lines)].map((line) => (line ? `    ${line}` : line)).join('\n');
  const source = `function ${name}(${parameters.join(', ')}) {\n${mode === 'fast' ? fastLoop(body) : settlingLoop(body)}}`;
  return { source, slots: slots.map(([slot]) => slot), textTests: e.textTests, comparisons: e.comparisons };
}

/** The row is always noted, and the count moves on only if it was near: no branch. */
function fastLoop(body: string): string {
  return `  let nearCount = 0;
  for (let i = from; i < to; i++) {
    let near = 0;
${body}
    nearRows[nearCount] = i;
    nearCount += near;
  }
  return nearCount;
`;
}

function settlingLoop(body: string): string {
  return `  for (let n = from; n < to; n++) {
    const i = nearRows[n];
${body}
  }
`;
}

function outcomeBits(node: OutcomeNode, criteria: Bits[], masks: Bits): Bits {
  if (node.kind === 'criterion') return criteria[node.index]!;
  const direct = node.of.flatMap((of) => (of.kind === 'criterion' ? [of.index] : []));
  const nested = node.of.filter((of) => of.kind !== 'criterion' || direct.length < 3);
  const parts = nested.map((of) => outcomeBits(of, criteria, masks));
  if (direct.length >= 3) parts.push(several(node.kind, direct, masks));
  return node.kind === 'all' ? conjunction(parts) : inverse(conjunction(parts.map(inverse)));
}

/** Several criteria at once, by their bits in the masks. */
function several(kind: 'all' | 'any', criteria: number[], masks: Bits): Bits {
  const wanted = criteria.reduce((bits, index) => bits | (1 << index), 0);
  const every = (bits: string) => `+((${bits} & ${wanted}) === ${wanted})`;
  const some = (bits: string) => `+((${bits} & ${wanted}) !== 0)`;
  return kind === 'all'
    ? { met: every(masks.met), not: some(masks.not) }
    : { met: some(masks.met), not: every(masks.not) };
}

function mask(bits: string[]): string {
  const set = bits.map((bit, k) => (k === 0 ? bit : `(${bit} << ${k})`)).filter((_, k) => bits[k] !== '0');
  return set.length === 0 ? '0' : set.join(' | ');
}

function gradeIndex(e: Emitter, tree: RuleTree, criteria: Bits[], masks: Bits): string {
  let open = '1';
  const first = tree.grades.map((grade, k) => {
    const { met } = outcomeBits(grade.when, criteria, masks);
    const term = ` + ${k + 1} * ${BITS.and(open, met)}`;
    open = e.part('ungraded', BITS.and(open, BITS.inverse(met)));
    return term;
  });
  return `-1${first.join('')}`;
}
