import { type Day, yearOf } from '@forest/domain';
import {
  BLOCK,
  buildColumns,
  buildJudgements,
  type Columns,
  type Judgements,
  type OutcomeNode,
  VERDICTS,
} from '@forest/rules';
import type { JudgedRow } from '../census/diff.ts';
import type { RowReader } from './effort.ts';
import { type Fingerprinted, Fingerprints } from './fingerprint.ts';
import type { Program, ProgramSet } from './program.ts';

/** Beyond this many unmet criteria nobody calls it near; the distance is not worth computing. */
const NEAR_ENOUGH = 3;

interface Output {
  program: Program;
  judgements: Judgements;
  short: Uint8Array;
  unsure: Uint8Array;
  effort: Float32Array;
}

/** Judges blocks of enterprises by a set of rules, using the same memory for every block. */
export class BlockJudge {
  readonly columns: Columns;
  readonly #outputs: Output[];
  readonly #fingerprints: Fingerprints;
  readonly #line: Fingerprinted = emptyLine();

  constructor(set: ProgramSet, size: number) {
    this.columns = buildColumns(set.slots, size);
    this.#fingerprints = new Fingerprints(size);
    this.#outputs = set.programs.map((program) => ({
      program,
      judgements: buildJudgements(program.tree, size),
      short: new Uint8Array(size),
      unsure: new Uint8Array(size),
      effort: new Float32Array(size),
    }));
  }

  /**
   * Judges the first `count` rows of the columns, then measures distances and takes fingerprints.
   * @returns milliseconds spent judging alone.
   */
  judge(asOf: Day, count: number): number {
    const began = performance.now();
    for (const { program, judgements } of this.#outputs) {
      const bound = program.population.bind(this.columns, asOf, judgements, program.places);
      for (let from = 0; from < count; from += BLOCK) bound.block(from, Math.min(count, from + BLOCK));
      bound.oddRows();
    }
    const spent = performance.now() - began;
    this.#fingerprints.clear();
    for (const output of this.#outputs) {
      measure(output, this.columns, asOf, count);
      for (let row = 0; row < count; row++) {
        this.#fingerprints.toggle(row, output.program.seed, this.#read(output, row));
      }
    }
    return spent;
  }

  fingerprint(row: number): bigint {
    return this.#fingerprints.get(row);
  }

  /** Every verdict of one row. */
  verdicts(row: number, enterpriseId: number): JudgedRow[] {
    return this.#outputs.map((output) => {
      const { rule, version } = output.program;
      const line = this.#read(output, row);
      return { ...line, enterpriseId, rule, version, verdict: VERDICTS[line.verdict]! };
    });
  }

  #read({ judgements, short, unsure, effort }: Output, row: number): Fingerprinted {
    const line = this.#line;
    line.verdict = judgements.verdict[row]!;
    line.met = judgements.met[row]!;
    line.not = judgements.notMet[row]!;
    line.scoreMin = judgements.scoreMin[0]?.[row] ?? Number.NaN;
    line.scoreMax = judgements.scoreMax[0]?.[row] ?? Number.NaN;
    line.short = short[row]!;
    line.unsure = unsure[row]!;
    line.effort = effort[row]!;
    return line;
  }
}

function emptyLine(): Fingerprinted {
  return { verdict: 0, met: 0, not: 0, scoreMin: 0, scoreMax: 0, short: 0, unsure: 0, effort: 0 };
}

/** Counts and measures what is missing where the verdict is not met. */
function measure(output: Output, columns: Columns, asOf: Day, count: number): void {
  const { program, judgements, short, unsure, effort } = output;
  const reader = new ColumnReader(columns, program.places, judgements, asOf);
  const notMet = VERDICTS.indexOf('not_met');
  for (let row = 0; row < count; row++) {
    const [met, not] = [judgements.met[row]!, judgements.notMet[row]!];
    const counted = program.short(met, not);
    short[row] = counted & 0xff;
    unsure[row] = counted >>> 8;
    if (judgements.verdict[row] !== notMet || short[row]! > NEAR_ENOUGH) effort[row] = Number.NaN;
    else {
      reader.row = row;
      effort[row] = distance(program.tree.outcome, program, reader, not);
    }
  }
}

/** Furthest part of what is all needed, nearest of alternatives; open criteria count as nothing to do. */
function distance(outcome: OutcomeNode, program: Program, reader: RowReader, not: number): number {
  if (outcome.kind === 'criterion') {
    return (not >>> outcome.index) & 1 ? program.shortfalls[outcome.index]!(reader) : 0;
  }
  const parts = outcome.of.map((part) => distance(part, program, reader, not));
  if (outcome.kind === 'all') return Math.max(...parts);
  const numbers = parts.filter((part) => !Number.isNaN(part));
  return numbers.length > 0 ? Math.min(...numbers) : Number.NaN;
}

class ColumnReader implements RowReader {
  row = 0;
  readonly asOf: number;
  readonly asOfYear: number;
  readonly #columns: Columns;
  readonly #places: readonly number[];
  readonly #judgements: Judgements;

  constructor(columns: Columns, places: readonly number[], judgements: Judgements, asOf: Day) {
    this.#columns = columns;
    this.#places = places;
    this.#judgements = judgements;
    this.asOf = asOf;
    this.asOfYear = yearOf(asOf);
  }

  number(slot: number): number {
    return this.#columns.values[this.#places[slot]!]![this.row]!;
  }

  text(slot: number): string | undefined {
    const place = this.#places[slot]!;
    return this.#columns.dictionaries[place]?.textOf(this.#columns.values[place]![this.row]!);
  }

  scoreMax(score: number): number {
    return this.#judgements.scoreMax[score]![this.row]!;
  }
}
