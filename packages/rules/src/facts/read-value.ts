import { type FactUnit, factUnits, parseDay, parseQuantity, type Rational, type Text } from '@forest/domain';
import type { Fact } from './dictionary.ts';
import type { FactValue } from './fact-set.ts';

export type ReadValue = { ok: true; value: FactValue } | { ok: false; code: string; message: Text; remedy: Text };

const refuse = (code: string, zh: string, en: string, remedyZh: string, remedyEn: string): ReadValue => ({
  ok: false,
  code,
  message: { zh, en },
  remedy: { zh: remedyZh, en: remedyEn },
});

function significantDigits(value: Rational): number {
  const text = value.toString();
  return text.includes('/')
    ? 99
    : text
        .replace(/^-?0*\.?0*/, '')
        .replace('.', '')
        .replace(/0+$/, '').length;
}

function wrongKind(fact: Fact, raw: unknown): ReadValue {
  const wanted: Record<'number' | 'date' | 'flag' | 'text', [string, string]> = {
    number: [`数，单位${fact.unit}`, `a number in ${fact.unit}`],
    date: ['日期 YYYY-MM-DD', 'a date YYYY-MM-DD'],
    flag: ['true 或 false', 'true or false'],
    text: ['文本', 'a text'],
  };
  const [zh, en] = wanted[factUnits[fact.unit].kind];
  const shown = JSON.stringify(raw);
  return refuse(
    'wrong-kind',
    `${fact.name.zh}（${fact.id}）应是${zh}，得到 ${shown}`,
    `${fact.id} must be ${en}, not ${shown}`,
    `改写为${zh}。`,
    `Write ${en}.`,
  );
}

function readNumber(fact: Fact, raw: unknown): ReadValue {
  const quantity = typeof raw === 'number' || typeof raw === 'string' ? parseQuantity(raw) : null;
  if (!quantity) return wrongKind(fact, raw);
  const unit: FactUnit = quantity.unit ?? fact.unit;
  if (unit !== fact.unit)
    return refuse(
      'unit-mismatch',
      `${fact.name.zh}（${fact.id}）的单位是${fact.unit}，得到 ${raw}`,
      `${fact.id} is measured in ${fact.unit}, not as in ${raw}`,
      `换算成${fact.unit}。`,
      `Convert it to ${fact.unit}.`,
    );
  if (significantDigits(quantity.value) > 15)
    return refuse(
      'too-many-digits',
      `${fact.name.zh}（${fact.id}）的有效数字超过 15 位：${raw}`,
      `${fact.id} has more than 15 significant digits: ${raw}`,
      '四舍五入到 15 位以内。',
      'Round it to at most 15 digits.',
    );
  if (fact.nonNegative && quantity.value.sign() < 0)
    return refuse(
      'negative',
      `${fact.name.zh}（${fact.id}）不能是负数：${raw}`,
      `${fact.id} cannot be negative: ${raw}`,
      '检查正负号与口径。',
      'Check the sign and what is counted.',
    );
  if (fact.unit === '分' && quantity.value.d !== 1n)
    return refuse(
      'points-not-whole',
      `${fact.name.zh}（${fact.id}）应是整数分，得到 ${raw}`,
      `${fact.id} must be whole points, not ${raw}`,
      '评分以整数给出；有小数时请向评分人核实原始分数。',
      'Points are given as whole numbers; ask whoever scored for the points that were given.',
    );
  return { ok: true, value: quantity.value.toNumber() };
}

/** One value in the dictionary's unit, or what is wrong with it. `null` stays unknown. */
export function readValue(fact: Fact, raw: unknown): ReadValue {
  if (raw === null || raw === undefined) return { ok: true, value: null };
  switch (factUnits[fact.unit].kind) {
    case 'number':
      return readNumber(fact, raw);
    case 'flag':
      return typeof raw === 'boolean' ? { ok: true, value: raw } : wrongKind(fact, raw);
    case 'date': {
      if (typeof raw !== 'string') return wrongKind(fact, raw);
      if (parseDay(raw) !== null) return { ok: true, value: raw };
      return refuse(
        'no-such-date',
        `${fact.name.zh}（${fact.id}）不是存在的日期：${raw}`,
        `${fact.id} is not an existing date: ${raw}`,
        '写成 YYYY-MM-DD，并核对日子。',
        'Write YYYY-MM-DD and check the day.',
      );
    }
    case 'text': {
      const text = typeof raw === 'number' ? String(raw) : raw;
      if (typeof text !== 'string') return wrongKind(fact, raw);
      if (!fact.values || fact.values.some((known) => known.value === text)) return { ok: true, value: text };
      const known = fact.values.map((one) => one.value).join('、');
      return refuse(
        'value-not-listed',
        `${fact.name.zh}（${fact.id}）没有“${text}”这一取值`,
        `${fact.id} has no value “${text}”`,
        `可用：${known}`,
        `Known: ${known}`,
      );
    }
  }
}
