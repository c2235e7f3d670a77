import type { Outputs } from '@forest/api';
import { isoOf, type Rational, type Text, yearOf } from '@forest/domain';
import {
  type Dictionary,
  formatQuantity,
  type LeverMove,
  metFrom,
  type Row,
  type RuleTree,
  smallestChange,
} from '@forest/rules';

export type LeverView = Outputs['ladder']['explain']['criteria'][number]['levers'][number];

export interface Judging {
  tree: RuleTree;
  row: Row;
  dictionary: Dictionary;
}

type Move = Extract<LeverMove, { possible: true }>;

/** Levers that flip an unmet criterion, each alone, the smallest relative change first. */
export function movesOf({ tree, row }: Judging, criterion: number): Move[] {
  return tree.criteria[criterion]!.levers.map((lever) => smallestChange(tree, row, criterion, lever))
    .filter((move) => move.possible)
    .toSorted((a, b) => relative(a) - relative(b));
}

/** The moves in words, then waiting where time alone helps. */
export function leversOf(judging: Judging, criterion: number, moves: readonly Move[]): LeverView[] {
  const day = metFrom(judging.tree, judging.row, criterion);
  return [
    ...moves.map((move) => changeView(judging, move.lever.slot, move.change)),
    ...(day === null ? [] : [waitView(isoOf(day))]),
  ];
}

function relative({ from, change }: { from: number; change: Rational }): number {
  return Math.abs(change.toNumber()) / Math.max(Math.abs(from), 1);
}

/** @param change signed, in the fact's unit */
export function changeView({ tree, row, dictionary }: Judging, slot: number, change: Rational): LeverView {
  const { fact, yearOffset } = tree.slots[slot]!;
  const known = dictionary.get(fact);
  const unit = known?.unit ?? '';
  const name = known?.name ?? { zh: fact, en: fact };
  const up = change.sign() > 0;
  const size = up ? change : change.negated();
  return {
    fact,
    name,
    unit,
    year: yearOffset === null ? null : yearOf(row.asOf) - 1 + yearOffset,
    change: change.toNumber(),
    metFrom: null,
    sentence: {
      zh: `${name.zh}再${up ? '增加' : '减少'} ${formatQuantity(size, unit, 'zh')}`,
      en: `${name.en} ${up ? '+' : '−'}${formatQuantity(size, unit, 'en')}`,
    },
  };
}

/** Time itself, told as the date that it is read from the criterion. */
function waitView(day: string): LeverView {
  const name: Text = { zh: '时间', en: 'Time' };
  const sentence = { zh: `${day} 起自然满足`, en: `Met by itself from ${day}` };
  return { fact: 'asOf', name, unit: '日期', year: null, change: null, metFrom: day, sentence };
}
