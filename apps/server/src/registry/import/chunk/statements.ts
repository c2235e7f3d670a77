import type { Facts, LedgerRow } from '@forest/intake';

/** Facts of a row by year, 0 for standing ones; the register's own columns that are facts too are among them. */
export function factsByYear(row: LedgerRow): { year: number; facts: Facts }[] {
  const own: Facts = {};
  if (row.registeredOn !== null) own.registrationDate = row.registeredOn;
  const industry = row.industryCode === null ? null : /\d{2,4}/.exec(row.industryCode)?.[0];
  if (industry) own.industryCode = industry;
  if (Object.keys(own).length === 0) return row.facts;
  const standing = row.facts.find((entry) => entry.year === 0);
  const others = row.facts.filter((entry) => entry.year !== 0);
  return [{ year: 0, facts: { ...standing?.facts, ...own } }, ...others];
}

/** Whether a source has said all this before. */
export function saidBefore(facts: Facts, before: Facts | undefined): boolean {
  return before !== undefined && Object.entries(facts).every(([fact, value]) => before[fact] === value);
}
