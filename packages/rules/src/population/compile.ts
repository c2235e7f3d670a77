import { type Day, type Verdict, yearOf } from '@forest/domain';
import { exactJudge, type Judgement } from '../exact/evaluate.ts';
import type { RuleTree } from '../tree.ts';
import { type Column, type Columns, rowAt } from './columns.ts';
import { type TextTable, textTable } from './dictionary.ts';
import { exactSign } from './exact-sign.ts';
import { type Generated, generate } from './generate.ts';
import { type Judgements, VERDICTS } from './judgements.ts';

/** Rows judged at a time: the columns of a rule stay in the processor's cache. */
export const BLOCK = 2048;

export interface Population {
  readonly tree: RuleTree;
  /** Text of the loop over blocks, for people who want to read what runs. */
  readonly source: string;
  /** Judges all rows of the columns. @returns how many came too near to a threshold and were settled exactly. */
  judge(columns: Columns, asOf: Day, out: Judgements): number;
  /**
   * Prepares to judge block by block. `places` gives the column of each slot of the tree where columns are shared by
   * several rules (see `mergeSlots`). Bind again after texts that were not there before have been written.
   */
  bind(columns: Columns, asOf: Day, out: Judgements, places?: readonly number[]): BoundRule;
}

export interface BoundRule {
  /** Judges `from`..`to`, at most `BLOCK` rows. @returns how many were settled exactly. */
  block(from: number, to: number): number;
  /** Judges the odd rows among all, exactly; to be called after the blocks. */
  oddRows(): void;
}

type Loop = (...parameters: unknown[]) => number;

/** Compiles a rule to a branch-free loop over columns. */
export function compilePopulation(tree: RuleTree): Population {
  if (tree.criteria.length > 30) throw new RangeError(`${tree.rule}: a rule may have at most 30 criteria`);
  const fast = generate(tree, 'fast');
  const settling = generate(tree, 'settling');
  const [judgeBlock, settleRows] = [fast, settling].map(({ source }) => new Function(`return ${source}`)() as Loop);
  const nearRows = new Int32Array(BLOCK + 1);
  const ownPlaces = tree.slots.map((_, slot) => slot);
  const tables = new WeakMap<Columns, Map<string, TextTable>>();

  /** Everything after the leading parameters: score arrays, columns, text tables. */
  const tail = (generated: Generated, columns: Columns, places: readonly number[], out: Judgements) => {
    const known = tables.get(columns) ?? new Map<string, TextTable>();
    tables.set(columns, known);
    return [
      ...out.scoreMin.flatMap((least, score) => [least, out.scoreMax[score]!]),
      ...generated.slots.map((slot): Column => columns.values[places[slot]!]!),
      ...generated.textTests.map((test) => {
        const table = textTable(test, columns.dictionaries[places[test.slot]!]!, known.get(test.table));
        known.set(test.table, table);
        return table;
      }),
    ];
  };

  const bind = (columns: Columns, asOf: Day, out: Judgements, places: readonly number[] = ownPlaces): BoundRule => {
    const judgeOf = (row: number) => exactJudge(tree, rowAt(columns, row, places, asOf));
    const exactly = (comparison: number, row: number) =>
      exactSign(
        settling.comparisons[comparison]!,
        (slot) => columns.values[places[slot]!]![row]!,
        (node) => judgeOf(row).number(node),
      );
    const leading = [asOf, yearOf(asOf), nearRows, exactly, out.verdict, out.met, out.notMet, out.grade];
    const fastParameters = [...leading, ...tail(fast, columns, places, out)];
    const settlingParameters = [...leading, ...tail(settling, columns, places, out)];
    return {
      block(from, to) {
        const near = judgeBlock!(from, to, ...fastParameters);
        if (near > 0) settleRows!(0, near, ...settlingParameters);
        return near;
      },
      oddRows() {
        for (const row of columns.odd) write(out, row, judgeOf(row).judge());
      },
    };
  };

  return {
    tree,
    source: fast.source,
    judge(columns, asOf, out) {
      const bound = bind(columns, asOf, out);
      let settled = 0;
      for (let from = 0; from < columns.count; from += BLOCK) {
        settled += bound.block(from, Math.min(columns.count, from + BLOCK));
      }
      bound.oddRows();
      return settled;
    },
    bind,
  };
}

function write(out: Judgements, row: number, judgement: Judgement): void {
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
