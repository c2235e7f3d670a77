import Publicodes from 'publicodes';
import type { EnterpriseFacts } from '../facts.ts';
import { FIELDS } from '../hnte-eight.ts';
import { type Engine, verdictCode } from './engine.ts';

const RULES = {
  daysRegistered: null,
  ipItems: null,
  techField: null,
  techStaff: null,
  staff: null,
  sales0: null,
  sales1: null,
  sales2: null,
  rd0: null,
  rd1: null,
  rd2: null,
  rdDomestic0: null,
  rdDomestic1: null,
  rdDomestic2: null,
  highTechIncome: null,
  totalIncome: null,
  hasMajorAccident: null,
  rd: 'rd0 + rd1 + rd2',
  sales: 'sales0 + sales1 + sales2',
  rdDomestic: 'rdDomestic0 + rdDomestic1 + rdDomestic2',
  required: {
    variations: [{ si: 'sales0 <= 5000', alors: 0.05 }, { si: 'sales0 <= 20000', alors: 0.04 }, { sinon: 0.03 }],
  },
  c1: 'daysRegistered >= 365',
  c2: 'ipItems >= 1',
  c3: { 'une de ces conditions': FIELDS.map((field) => `techField = '${field}'`) },
  // Multiplied across: here a zero divided by a missing number would be zero.
  c4: 'techStaff >= staff * 0.1',
  c5: 'rd >= sales * required',
  c6: 'rdDomestic >= rd * 0.6',
  c7: 'highTechIncome >= totalIncome * 0.6',
  c8: 'hasMajorAccident = non',
};

const CRITERIA = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'] as const;

export function publicodes(): Engine {
  const silent = { log: () => {}, warn: () => {}, error: () => {} };
  const engine = new Publicodes(RULES, { logger: silent });
  const judgeOne = (facts: EnterpriseFacts) => {
    const situation = Object.entries(facts).flatMap(([name, value]) => {
      if (value === null) return [];
      return [
        [name, typeof value === 'string' ? `'${value}'` : typeof value === 'boolean' ? (value ? 'oui' : 'non') : value],
      ];
    });
    engine.setSituation(Object.fromEntries(situation));
    return verdictCode(CRITERIA.map((name) => engine.evaluate(name).nodeValue as boolean | null | undefined));
  };
  return { name: 'publicodes 1.10.3', rows: 10_000, judge: (all) => Uint8Array.from(all, judgeOne) };
}
