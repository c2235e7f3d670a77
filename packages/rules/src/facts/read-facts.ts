import { parseDay, type Text } from '@forest/domain';
import { type Dictionary, type Fact, nearestFacts } from './dictionary.ts';
import type { FactSet, FactValue } from './fact-set.ts';
import { readValue } from './read-value.ts';

/** One thing that is wrong with given facts. */
export interface FactProblem {
  fact: string;
  year: number | null;
  code: string;
  message: Text;
  remedy: Text;
}

/** Facts as people and files give them: also with units (`3600 万元`, `5%`). */
export interface GivenFacts {
  asOf: string;
  enterprise?: Readonly<Record<string, unknown>> | undefined;
  years?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
}

function wrongPeriod(fact: Fact, year: number | null): FactProblem {
  const { id, name } = fact;
  return year === null
    ? {
        fact: id,
        year,
        code: 'wrong-period',
        message: {
          zh: `${name.zh}（${id}）每年一个值，写在了 enterprise 下`,
          en: `${id} has a value for each year, but stands under enterprise`,
        },
        remedy: { zh: '移到 years 下相应年份。', en: 'Move it under its year in years.' },
      }
    : {
        fact: id,
        year,
        code: 'wrong-period',
        message: {
          zh: `${name.zh}（${id}）不分年度，写在了 ${year} 年下`,
          en: `${id} does not belong to a year, but stands under ${year}`,
        },
        remedy: { zh: '移到 enterprise 下。', en: 'Move it under enterprise.' },
      };
}

function unknown(dictionary: Dictionary, fact: string, year: number | null): FactProblem {
  const near = nearestFacts(dictionary, fact);
  return {
    fact,
    year,
    code: 'unknown-fact',
    message: { zh: `事实字典中没有 ${fact}`, en: `The dictionary has no fact ${fact}` },
    remedy:
      near.length > 0
        ? { zh: `是否想写 ${near.join('、')}？`, en: `Did you mean ${near.join(', ')}?` }
        : { zh: '删去它，或先把它加入 facts.yaml。', en: 'Remove it, or add it to facts.yaml first.' },
  };
}

/**
 * Brings given facts into the form in which they are judged, and says everything that is wrong with them; what is
 * wrong is left out.
 */
export function readFacts(dictionary: Dictionary, given: GivenFacts): { facts: FactSet; problems: FactProblem[] } {
  const problems: FactProblem[] = [];
  const read = (values: Readonly<Record<string, unknown>>, year: number | null) => {
    const kept: Record<string, FactValue> = {};
    for (const [id, raw] of Object.entries(values)) {
      const fact = dictionary.get(id);
      if (!fact) problems.push(unknown(dictionary, id, year));
      else if ((fact.period === 'annual') !== (year !== null)) problems.push(wrongPeriod(fact, year));
      else {
        const value = readValue(fact, raw);
        if (value.ok) kept[id] = value.value;
        else problems.push({ fact: id, year, code: value.code, message: value.message, remedy: value.remedy });
      }
    }
    return kept;
  };
  const date = { zh: `判断日 ${given.asOf} 不是存在的日期`, en: `The as-of date ${given.asOf} does not exist` };
  if (parseDay(given.asOf) === null)
    problems.push({
      fact: 'asOf',
      year: null,
      code: 'no-such-date',
      message: date,
      remedy: { zh: '写成 YYYY-MM-DD。', en: 'Write YYYY-MM-DD.' },
    });
  const years: Record<string, Record<string, FactValue>> = {};
  for (const [year, values] of Object.entries(given.years ?? {})) {
    if (/^\d{4}$/.test(year)) years[year] = read(values, Number(year));
    else {
      const message = { zh: `${year} 不是年份`, en: `${year} is not a year` };
      problems.push({
        fact: year,
        year: null,
        code: 'no-such-year',
        message,
        remedy: { zh: '年份写四位数字。', en: 'Write years with four digits.' },
      });
    }
  }
  return { facts: { asOf: given.asOf, enterprise: read(given.enterprise ?? {}, null), years }, problems };
}
