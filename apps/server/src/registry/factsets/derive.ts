import { dayOf, isoOf, plusMonths, Rational } from '@forest/domain';
import type { StoredFacts } from '../tables.ts';

/** A fact that the dictionary says is computed, with the words of its `derived` entry. */
export interface DerivedFact {
  id: string;
  derived: { from: string; [key: string]: unknown };
}

/** Items of one enterprise alike in all respects that a derived fact can ask for, and how many of them stand. */
export interface IpGroup {
  class: 'I' | 'II' | null;
  kind: string;
  acquired: string;
  high_value: boolean | null;
  linked_main_product: boolean | null;
  in_use: boolean | null;
  standing: number;
}

export interface Round {
  closed_on: string | null;
  equity: boolean;
  amount: string | null;
  valuation_usd: string | null;
  valuation: string | null;
}

/** What the registry keeps of one enterprise besides statements. */
export interface Records {
  /** Kind → whether one of its certificates is valid on the date. */
  held: ReadonlyMap<string, boolean>;
  ip: readonly IpGroup[];
  rounds: readonly Round[];
}

/**
 * Facts computed from records. Where the registry keeps no record of a sort, nothing is computed, and what a source
 * stated stands: no record is not the same as none.
 */
export function deriveFacts(derivations: readonly DerivedFact[], records: Records, asOf: string): StoredFacts {
  const facts: StoredFacts = {};
  for (const { id, derived } of derivations) {
    const value = derive(derived, records, asOf);
    if (value !== undefined) facts[id] = value;
  }
  return facts;
}

function derive(
  derived: DerivedFact['derived'],
  records: Records,
  asOf: string,
): number | string | boolean | undefined {
  if (derived.from === 'qualifications') return records.held.get(String(derived.kind));
  if (derived.from === 'ip') return records.ip.length > 0 ? countIp(derived, records.ip) : undefined;
  return derived.from === 'financing' ? fromRounds(derived, records.rounds, asOf) : undefined;
}

const asked = { class: 'class', kind: 'kind', acquired: 'acquired', highValue: 'high_value' } as const;
const alsoAsked = { linkedMainProduct: 'linked_main_product', inUse: 'in_use' } as const;
const ipQuestions: Record<string, keyof IpGroup> = { ...asked, ...alsoAsked };

function countIp(derived: DerivedFact['derived'], groups: readonly IpGroup[]): number | undefined {
  const questions = Object.entries(derived).filter(([key]) => key !== 'from');
  let count = 0;
  for (const group of groups) {
    // A question that the group leaves open, such as whether an item is of high value, leaves the count open.
    const answers = questions.map(([key, wanted]) => answer(group[ipQuestions[key] ?? 'kind'], wanted));
    if (answers.includes(false) || group.standing === 0) continue;
    if (answers.includes(undefined)) return undefined;
    count += group.standing;
  }
  return count;
}

function answer(value: IpGroup[keyof IpGroup], wanted: unknown): boolean | undefined {
  return value === null || value === 'unknown' ? undefined : value === wanted;
}

function fromRounds(derived: DerivedFact['derived'], all: readonly Round[], asOf: string) {
  if (all.length === 0) return undefined;
  const rounds = all.filter((round) => round.closed_on === null || round.closed_on <= asOf);
  const dated = rounds.filter((round): round is Round & { closed_on: string } => round.closed_on !== null);
  const latest = (candidates: typeof dated) =>
    candidates.reduce<(typeof dated)[number] | undefined>(
      (last, round) => (last && last.closed_on >= round.closed_on ? last : round),
      undefined,
    );
  switch (derived.measure) {
    case 'any':
      return rounds.length > 0;
    case 'latestDate':
      return latest(dated)?.closed_on;
    case 'latestValuation': {
      const currency = derived.currency === 'USD' ? 'valuation_usd' : 'valuation';
      const value = latest(dated.filter((round) => round[currency] !== null))?.[currency];
      return value == null ? undefined : Number(value);
    }
    case 'equitySum':
      return equitySum(rounds, typeof derived.years === 'number' ? derived.years : null, asOf);
    default:
      return undefined;
  }
}

/** Sum of the equity rounds of the last `years` up to the date; unknown as soon as one amount or date is missing. */
function equitySum(rounds: readonly Round[], years: number | null, asOf: string): number | undefined {
  const after = years === null ? '' : isoOf(plusMonths(dayOf(asOf), -12 * years));
  let sum = Rational.zero;
  for (const round of rounds) {
    if (!round.equity || (round.closed_on !== null && round.closed_on <= after)) continue;
    if (round.amount === null || (years !== null && round.closed_on === null)) return undefined;
    sum = sum.plus(Rational.of(round.amount));
  }
  return Number(sum.toString());
}
