import type { FactValue } from './cell.ts';
import type { Problem } from './problem.ts';
import { problemOf } from './problem.ts';

type Facts = Readonly<Record<string, FactValue>>;

/** Pairs that hold in every set of books: the first cannot exceed the second. Only ever a warning, units may explain it. */
const bounds = [
  { part: 'rdStaff', whole: 'staff', code: 'ratio.rdStaff' },
  { part: 'techStaff', whole: 'staff', code: 'ratio.partOfWhole' },
  { part: 'doctors', whole: 'staff', code: 'ratio.partOfWhole' },
  { part: 'rd', whole: 'revenue', code: 'ratio.rdRevenue' },
  { part: 'rdAccounting', whole: 'revenue', code: 'ratio.rdRevenue' },
  { part: 'mainRevenue', whole: 'revenue', code: 'ratio.partOfWhole' },
  { part: 'highTechIncome', whole: 'totalIncome', code: 'ratio.partOfWhole' },
  { part: 'inventionsInMainBusiness', whole: 'inventionPatents', code: 'ratio.partOfWhole' },
] as const;

/** Warnings about one year's figures of one row. */
export function implausible(facts: Facts, headerOf: (fact: string) => string | null): Problem[] {
  const problems: Problem[] = [];
  for (const { part, whole, code } of bounds) {
    const [less, more] = [facts[part], facts[whole]];
    if (typeof less !== 'number' || typeof more !== 'number' || less <= more) continue;
    // Books with no revenue at all are common in young firms; spending then exceeds it as a matter of course.
    if (more === 0 && code === 'ratio.rdRevenue') continue;
    problems.push(
      problemOf({ code, detail: `${less} > ${more}` }, { column: headerOf(part), value: `${less}` }, 'warning'),
    );
  }
  return problems;
}
