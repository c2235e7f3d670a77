import type { Text } from '@forest/domain';
import type { Comparison, Shown } from '../tree.ts';
import { comparisonSigns } from './said.ts';
import { type Typed, unitOf, viewOf } from './typed.ts';

export function isPercent(typed: Typed): boolean {
  return typed.type === 'number' && typed.percent;
}

/** How one comparison is shown: the measure, its unit and the plain threshold. */
export function shownThreshold(measure: Typed, op: Comparison, value: Typed): Shown {
  return {
    text: { zh: measure.said.zh, en: measure.said.en },
    measure: viewOf(measure),
    op,
    required: [
      { when: null, value: 'node' in value && value.type !== 'truth' ? value.node : null, label: label(value) },
    ],
    unit: unitOf(measure, isPercent(measure) || isPercent(value)),
  };
}

export function label(typed: Typed): Text {
  return { zh: typed.said.zh, en: typed.said.en };
}

/** 最近一年销售收入 ≤ 5,000 万元 */
export function conditionText(measure: Typed, op: Comparison, value: Typed): Text {
  return {
    zh: `${measure.said.zh} ${comparisonSigns[op]} ${value.said.zh}`,
    en: `${measure.said.en} ${comparisonSigns[op]} ${value.said.en}`,
  };
}
