import type { Text } from '@forest/domain';
import { type Dictionary, type Fact, nearestFacts } from '../facts/dictionary.ts';
import { type Dimension, dimensionName } from './dimension.ts';
import { ContentFault } from './fault.ts';
import { type Typed, typeNames } from './typed.ts';

/** The complaints that expressions and checks share, each worded once. */

export function unknownFact(dictionary: Dictionary, name: string, offset = 0): ContentFault {
  const near = nearestFacts(dictionary, name);
  return new ContentFault(
    'unknown-fact',
    { zh: `事实字典中没有 ${name}`, en: `The dictionary has no fact or measure named ${name}` },
    near.length > 0
      ? { zh: `是否想写 ${near.join('、')}？`, en: `Did you mean ${near.join(', ')}?` }
      : {
          zh: '改用字典中的事实，或先把它加入 facts.yaml。',
          en: 'Use a fact of the dictionary, or add this one to facts.yaml.',
        },
    offset,
  );
}

export function annualNeedsPeriod(fact: Fact, offset: number): ContentFault {
  return new ContentFault(
    'annual-needs-period',
    {
      zh: `${fact.name.zh}（${fact.id}）每年一个值，此处要一个值`,
      en: `${fact.id} has a value for every year; one value is wanted here`,
    },
    {
      zh: `取最近一年写 latest(${fact.id})，其他年份写 value(${fact.id}, -1)。`,
      en: `Write latest(${fact.id}), or value(${fact.id}, -1) for the year before.`,
    },
    offset,
  );
}

const unitWord = (dimension: Dimension): Text => {
  const name = dimensionName(dimension);
  return name ? { zh: name, en: name } : { zh: '比率', en: 'ratio' };
};

export function unitMismatch(left: Dimension, right: Dimension, offset = 0): ContentFault {
  const [l, r] = [unitWord(left), unitWord(right)];
  return new ContentFault(
    'unit-mismatch',
    { zh: `单位不合：${l.zh} 与 ${r.zh}`, en: `Units do not go together: ${l.en} and ${r.en}` },
    { zh: '两边用同一单位，或先相除成比率。', en: 'Use the same unit on both sides, or divide into a ratio first.' },
    offset,
  );
}

export function wrongType(wanted: Text, got: Typed, offset = 0): ContentFault {
  const is = typeNames[got.type];
  return new ContentFault(
    'wrong-type',
    { zh: `此处要${wanted.zh}，得到的是${is.zh}`, en: `${wanted.en} is wanted here, this is ${is.en}` },
    { zh: '换一个同类的事实或表达式。', en: 'Use a fact or an expression of that kind.' },
    offset,
  );
}

export function wrongArguments(name: string, usage: string, offset: number): ContentFault {
  return new ContentFault(
    'wrong-arguments',
    { zh: `${name} 的参数不对`, en: `${name} has the wrong arguments` },
    { zh: `写法：${usage}`, en: `Write it as ${usage}` },
    offset,
  );
}
