import { type Day, dayOf, isoOf, parseDay, yearOf } from '@forest/domain';

/**
 * Days between two dates, both included, on which a yearly duty falls due.
 * @param monthDay `05-31`; `02-29` falls on the 28th in ordinary years.
 */
export function dueDates(monthDay: string, from: string, to: string): string[] {
  const [first, last] = [dayOf(from), dayOf(to)];
  const dates: string[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    const day: Day = parseDay(`${year}-${monthDay}`) ?? dayOf(`${year}-02-28`);
    if (day >= first && day <= last) dates.push(isoOf(day));
  }
  return dates;
}

export type Light = 'normal' | 'warning' | 'overdue';

/** Days before a date from which it is worth a colour: renewing a certificate takes a season, a report some weeks. */
export const WARNING_DAYS = { expiry: 90, duty: 30, age_reached: 0 } as const;

/**
 * @param kind a past expiry is overdue; whether a past duty was done is not known here, so it is not accused.
 */
export function lightOf(kind: keyof typeof WARNING_DAYS, on: string, today: string): Light {
  const days = dayOf(on) - dayOf(today);
  if (days < 0) return kind === 'expiry' ? 'overdue' : 'normal';
  return days < WARNING_DAYS[kind] ? 'warning' : 'normal';
}
