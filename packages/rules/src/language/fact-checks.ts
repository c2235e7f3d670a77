import type { RawChecks } from '../content/raw-check.ts';
import type { TruthNode } from '../tree.ts';
import { asTruth, readExpression } from './expression.ts';
import { ContentFault } from './fault.ts';
import { wrongType } from './faults.ts';
import type { Env } from './scope.ts';
import { located } from './thresholds.ts';
import { typeNames } from './typed.ts';

/** isTrue and isFalse of a yes/no fact or condition. */
export function flagIs(expected: boolean, raw: string, env: Env): TruthNode {
  const node = asTruth(readExpression(raw, env), 0);
  if (expected) return node;
  if (node.kind !== 'flag' || !node.shown) return { kind: 'not', of: node };
  const required = [{ when: null, value: null, label: { zh: '否', en: 'no' } }];
  return { ...node, expected: false, shown: { ...node.shown, required } };
}

/** oneOf, noneOf, startsWith, notStartsWith over a text fact. */
export function textList(raw: RawChecks['oneOf'], match: 'exact' | 'prefix', wanted: boolean, env: Env): TruthNode {
  const typed = located(env, ['fact'], (inner) => readExpression(raw.fact, inner));
  if (typed.type !== 'text') throw wrongType(typeNames.text, typed);
  const values = raw.values.map(String);
  const slot = env.scope.build.slots.slots[typed.slot]!;
  const closed = env.scope.build.library.dictionary.get(slot.fact)?.values;
  const stray =
    closed && match === 'exact' ? values.find((value) => !closed.some((known) => known.value === value)) : undefined;
  if (stray !== undefined)
    throw new ContentFault(
      'value-not-listed',
      { zh: `“${stray}”不在 ${slot.fact} 的取值表内`, en: `“${stray}” is not among the values of ${slot.fact}` },
      {
        zh: `可用：${closed!.map((known) => known.value).join('、')}`,
        en: `Known: ${closed!.map((known) => known.value).join(', ')}`,
      },
    );
  const listed = { zh: values.join('、'), en: values.join(', ') };
  const label = match === 'prefix' ? { zh: `${listed.zh} 开头`, en: `those beginning with ${listed.en}` } : listed;
  const shown = {
    text: { zh: typed.said.zh, en: typed.said.en },
    measure: { kind: 'text' as const, slot: typed.slot },
    op: 'in' as const,
    required: [{ when: null, value: null, label }],
    unit: '',
  };
  const node: TruthNode = { kind: 'textIn', slot: typed.slot, values, match };
  return wanted ? { ...node, shown } : { kind: 'not', of: { ...node, shown } };
}
