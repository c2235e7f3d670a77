import { type Almanac, Engine as JsonRules } from 'json-rules-engine';
import type { EnterpriseFacts } from '../facts.ts';
import { FIELDS } from '../hnte-eight.ts';
import { type Engine, verdictCode } from './engine.ts';

type Name = keyof EnterpriseFacts;

const SHARES: [string, Name[], Name[]][] = [
  ['techStaffShare', ['techStaff'], ['staff']],
  ['rdShare', ['rd0', 'rd1', 'rd2'], ['sales0', 'sales1', 'sales2']],
  ['domesticShare', ['rdDomestic0', 'rdDomestic1', 'rdDomestic2'], ['rd0', 'rd1', 'rd2']],
  ['highTechShare', ['highTechIncome'], ['totalIncome']],
];

const [AT_LEAST, LESS] = ['greaterThanInclusive', 'lessThan'];

/** Two rules for a criterion, since the engine has no third value: one says met, the other not met. */
const CRITERIA: { fact: string; met: [string, unknown]; not: [string, unknown] }[] = [
  { fact: 'daysRegistered', met: [AT_LEAST, 365], not: [LESS, 365] },
  { fact: 'ipItems', met: [AT_LEAST, 1], not: [LESS, 1] },
  { fact: 'techField', met: ['in', FIELDS], not: ['knownAndNotIn', FIELDS] },
  { fact: 'techStaffShare', met: [AT_LEAST, 0.1], not: [LESS, 0.1] },
  { fact: 'rdShare', met: [AT_LEAST, { fact: 'requiredShare' }], not: [LESS, { fact: 'requiredShare' }] },
  { fact: 'domesticShare', met: [AT_LEAST, 0.6], not: [LESS, 0.6] },
  { fact: 'highTechShare', met: [AT_LEAST, 0.6], not: [LESS, 0.6] },
  { fact: 'hasMajorAccident', met: ['equal', false], not: ['equal', true] },
];

async function sumOf(almanac: Almanac, names: Name[]): Promise<number> {
  let sum = 0;
  for (const name of names) sum += (await almanac.factValue<number | null>(name)) ?? Number.NaN;
  return sum;
}

export function jsonRules(): Engine {
  const engine = new JsonRules([], { allowUndefinedFacts: true });
  engine.addOperator(
    'knownAndNotIn',
    (value: string | null, list: string[]) => value !== null && !list.includes(value),
  );
  for (const [name, over, under] of SHARES) {
    engine.addFact(name, async (_, almanac) => (await sumOf(almanac, over)) / (await sumOf(almanac, under)));
  }
  engine.addFact('requiredShare', async (_, almanac) => {
    const sales = (await almanac.factValue<number | null>('sales0')) ?? Number.NaN;
    return sales <= 5000 ? 0.05 : sales <= 20000 ? 0.04 : 0.03;
  });
  for (const [index, { fact, met, not }] of CRITERIA.entries()) {
    for (const [answer, [operator, value]] of [
      [true, met],
      [false, not],
    ] as const) {
      engine.addRule({
        conditions: { all: [{ fact, operator, value }] },
        event: { type: 'known', params: { index, answer } },
      });
    }
  }
  return {
    name: 'json-rules-engine 7.3.1',
    rows: 10_000,
    async judge(enterprises) {
      const codes = new Uint8Array(enterprises.length);
      for (const [row, facts] of enterprises.entries()) {
        const { events } = await engine.run({ ...facts });
        const answers: (boolean | null)[] = CRITERIA.map(() => null);
        for (const { params } of events) answers[params?.index as number] = params?.answer as boolean;
        codes[row] = verdictCode(answers);
      }
      return codes;
    },
  };
}
