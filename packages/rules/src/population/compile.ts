import { type Day, type Rational, type Verdict, yearOf } from '@forest/domain';
import type { NumberNode, Points, RuleTree } from '../tree.ts';
import type { CellValue, Column, Columns } from './columns.ts';
import { type TextTable, textTable } from './dictionary.ts';
import { exactSign } from './exact-sign.ts';
import { type Generated, generate } from './generate.ts';
import { type Judgements, VERDICTS } from './judgements.ts';

/** Rows judged at a time: the columns of a rule stay in the processor's cache. */
export const BLOCK = 2048;

/** What the exact evaluator says about one row; the population uses it where floats are not to be trusted. */
export interface ExactEvaluator {
  number(tree: RuleTree, node: NumberNode, row: readonly CellValue[], asOf: Day): Rational | undefined;
  judge(tree: RuleTree, row: readonly CellValue[], asOf: Day): ExactJudgement;
}

export interface ExactJudgement {
  verdict: Verdict;
  criteria: readonly Verdict[];
  scores: readonly Points[];
  grade: number;
}

export interface Population {
  readonly tree: RuleTree;
  /** Text of the loop over blocks, for people who want to read what runs. */
  readonly source: string;
  /**
   * Judges rows `from`..`to` of the columns. `places` gives the column of each slot of the tree where columns are
   * shared by several rules (see `mergeSlots`).
   * @returns how many rows came too near to a threshold and were settled exactly.
   */
  judge(columns: Columns, asOf: Day, out: Judgements, options?: JudgeOptions): number;
}

export interface JudgeOptions {
  from?: number;
  to?: number;
  places?: readonly number[];
}

type Loop = (...parameters: unknown[]) => number;

/** Compiles a rule to a branch-free loop over columns. */
export function compilePopulation(tree: RuleTree, exact: ExactEvaluator): Population {
  if (tree.criteria.length > 30) throw new RangeError(`${tree.rule}: a rule may have at most 30 criteria`);
  const fast = generate(tree, 'fast');
  const settling = generate(tree, 'settling');
  const [judgeBlock, settleRows] = [fast, settling].map(({ source }) => new Function(`return ${source}`)() as Loop);
  const nearRows = new Int32Array(BLOCK + 1);
  const tables = new WeakMap<Columns, Map<string, TextTable>>();

  /** Everything after the leading parameters: score arrays, columns, text tables. */
  const tail = (generated: Generated, columns: Columns, places: readonly number[] | undefined, out: Judgements) => {
    const place = (slot: number) => places?.[slot] ?? slot;
    const known = tables.get(columns) ?? new Map<string, TextTable>();
    tables.set(columns, known);
    return [
      ...out.scoreMin.flatMap((least, score) => [least, out.scoreMax[score]!]),
      ...generated.slots.map((slot): Column => columns.values[place(slot)]!),
      ...generated.textTests.map((test) => {
        const table = textTable(test, columns.dictionaries[place(test.slot)]!, known.get(test.table));
        known.set(test.table, table);
        return table;
      }),
    ];
  };

  return {
    tree,
    source: fast.source,
    judge(columns, asOf, out, { from = 0, to = columns.count, places } = {}) {
      const place = (slot: number) => places?.[slot] ?? slot;
      const rowOf = (row: number) => {
        const cells = columns.getRow(row);
        return tree.slots.map((_, slot) => cells[place(slot)]);
      };
      const exactly = (comparison: number, row: number) => {
        return exactSign(
          settling.comparisons[comparison]!,
          (slot) => columns.values[place(slot)]![row]!,
          (node) => exact.number(tree, node, rowOf(row), asOf),
        );
      };
      const leading = [asOf, yearOf(asOf), nearRows, exactly, out.verdict, out.met, out.notMet, out.grade];
      const fastTail = tail(fast, columns, places, out);
      const settlingTail = tail(settling, columns, places, out);
      let settled = 0;
      for (let start = from; start < to; start += BLOCK) {
        const near = judgeBlock!(start, Math.min(to, start + BLOCK), ...leading, ...fastTail);
        if (near > 0) settleRows!(0, near, ...leading, ...settlingTail);
        settled += near;
      }
      for (const row of columns.odd) {
        if (row >= from && row < to) write(out, row, exact.judge(tree, rowOf(row), asOf));
      }
      return settled;
    },
  };
}

function write(out: Judgements, row: number, judgement: ExactJudgement): void {
  const mask = (verdict: Verdict) =>
    judgement.criteria.reduce((bits, v, index) => (v === verdict ? bits | (1 << index) : bits), 0);
  out.verdict[row] = VERDICTS.indexOf(judgement.verdict);
  out.met[row] = mask('met');
  out.notMet[row] = mask('not_met');
  judgement.scores.forEach(([least, most], score) => {
    out.scoreMin[score]![row] = least;
    out.scoreMax[score]![row] = most;
  });
  if (out.grade) out.grade[row] = judgement.grade;
}
