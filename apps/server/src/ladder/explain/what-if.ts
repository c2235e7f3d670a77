import type { Inputs } from '@forest/api';
import { type Dictionary, type FactSet, type FactValue, nearestFacts, readValue } from '@forest/rules';
import { Fault } from '../../platform/fault.ts';

type Override = Inputs['ladder']['explain']['overrides'][number];

/**
 * The facts with some replaced, for trying out; nothing is stored. A value of null takes a fact away.
 * @throws Fault `invalid` for a fact that does not exist, the wrong period or a value that cannot be read.
 */
export function withOverrides(facts: FactSet, overrides: readonly Override[], dictionary: Dictionary): FactSet {
  const enterprise: Record<string, FactValue> = { ...facts.enterprise };
  const years: Record<string, Record<string, FactValue>> = {};
  for (const [year, values] of Object.entries(facts.years)) years[year] = { ...values };
  for (const { fact, year, value } of overrides) {
    const read = readOverride(dictionary, fact, year, value);
    if (year === null) enterprise[fact] = read;
    else years[year] = { ...years[year], [fact]: read };
  }
  return { ...facts, enterprise, years };
}

function readOverride(dictionary: Dictionary, id: string, year: number | null, value: unknown): FactValue {
  const fact = dictionary.get(id);
  if (!fact) throw unknownFact(dictionary, id);
  if ((fact.period === 'annual') !== (year !== null)) {
    throw new Fault(
      'invalid',
      {
        zh: `${fact.name.zh}${year === null ? '须注明年份' : '不分年度'}。`,
        en: `${fact.name.en} ${year === null ? 'needs a year' : 'has no year'}.`,
      },
      {
        zh: year === null ? '填写年份。' : '不要填写年份。',
        en: year === null ? 'Give the year.' : 'Leave the year out.',
      },
    );
  }
  if (value === null) return null;
  const read = readValue(fact, value);
  if (!read.ok) throw new Fault('invalid', read.message, read.remedy);
  return read.value;
}

function unknownFact(dictionary: Dictionary, id: string): Fault {
  const near = nearestFacts(dictionary, id);
  return new Fault(
    'invalid',
    { zh: `数据项字典中没有 ${id}。`, en: `There is no fact ${id}.` },
    near.length > 0
      ? { zh: `是否指 ${near.join('、')}？`, en: `Did you mean ${near.join(', ')}?` }
      : { zh: '请从数据项字典中选择。', en: 'Choose one from the dictionary.' },
  );
}
